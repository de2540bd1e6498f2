from django.urls import path

from . import views

urlpatterns = [
    path("profiel/", views.overview, name="writing"),
    path("profiel/basisvoorzieningen/", views.provisions, name="provisions"),
    path("profiel/basisvoorzieningen/<slug:key>/", views.provision, name="provision"),
    path(
        "profiel/basisvoorzieningen/<slug:key>/bouwstenen/", views.provision_blocks, name="provision_blocks"
    ),
    path("profiel/basisvoorzieningen/<slug:key>/bron/", views.provision_source, name="provision_source"),
    path("profiel/wie-is-hier/", views.nearby, name="nearby"),
    path("profiel/adviezen/<str:spot>/", views.advice, name="advice"),
    path("profiel/adviezen/<str:spot>/laat-staan/", views.advice_wave, name="advice_wave"),
    path("profiel/eerste-opzetten/", views.unread, name="unread"),
    path("profiel/<slug:section>/", views.section, name="section"),
    path("profiel/<slug:section>/velden/<slug:field>/", views.field, name="section_field"),
    path("profiel/<slug:section>/velden/<slug:field>/bron/", views.field_source, name="field_source"),
    path("profiel/<slug:section>/velden/<slug:field>/opzet/", views.field_draft, name="field_draft"),
    path("profiel/<slug:section>/opzet/", views.section_draft, name="section_draft"),
    path("profiel/<slug:section>/bouwstenen/", views.blocks, name="section_blocks"),
    path("profiel/<slug:section>/geen/", views.no_specialisations, name="no_specialisations"),
    path("profiel/<slug:section>/terug/", views.undo, name="undo"),
    path("profiel/<slug:section>/grenzen/<slug:element>/", views.boundary, name="boundary"),
    path(
        "profiel/<slug:section>/grenzen/<slug:element>/stand/", views.boundary_switch, name="boundary_switch"
    ),
    path("profiel/<slug:section>/grenzen/<slug:element>/begin/", views.boundary_start, name="boundary_start"),
    path("profiel/<slug:section>/rijen/", views.rows_new, name="rows_new"),
    path("profiel/<slug:section>/rijen/vorig-jaar/", views.rows_of_last_year, name="rows_of_last_year"),
    path("profiel/<slug:section>/tabel/", views.arrangements_table, name="arrangements_table"),
    path("profiel/<slug:section>/rijen/<int:row>/kopie/", views.row_copy, name="row_copy"),
    path("profiel/<slug:section>/rijen/<int:row>/", views.arrangement, name="arrangement"),
    path("profiel/<slug:section>/rijen/<int:row>/tekst/", views.row_save, name="row_save"),
    path("profiel/<slug:section>/rijen/<int:row>/plaats/", views.row_move, name="row_move"),
    path("profiel/<slug:section>/rijen/<int:row>/verwijdering/", views.row_removal, name="row_removal"),
    path("profiel/<slug:section>/rijen/<int:row>/kolommen/<slug:column>/", views.column, name="column"),
    path(
        "profiel/<slug:section>/rijen/<int:row>/kolommen/<slug:column>/bron/",
        views.column_source,
        name="column_source",
    ),
    path(
        "profiel/<slug:section>/rijen/<int:row>/kolommen/<slug:column>/opzet/",
        views.column_draft,
        name="column_draft",
    ),
    path("profiel/<slug:section>/rijen/<int:row>/opzet/", views.arrangement_draft, name="arrangement_draft"),
    path("profiel/<slug:section>/rijen/<int:row>/bouwstenen/", views.column_blocks, name="column_blocks"),
    path("profiel/<slug:section>/rijen/<int:row>/dingen/", views.things, name="things"),
    path("profiel/<slug:section>/rijen/<int:row>/dingen/<int:thing>/", views.thing, name="thing"),
    path(
        "profiel/<slug:section>/rijen/<int:row>/dingen/<int:thing>/plaats/",
        views.thing_move,
        name="thing_move",
    ),
    path(
        "profiel/<slug:section>/rijen/<int:row>/dingen/<int:thing>/verwijdering/",
        views.thing_removal,
        name="thing_removal",
    ),
    path("verbeterpunten/", views.points, name="points"),
    path("verbeterpunten/<int:row>/aanleiding/", views.cause_removal, name="cause_removal"),
    path("verbeterpunten/<int:row>/antwoord/", views.point_answer, name="point_answer"),
]
