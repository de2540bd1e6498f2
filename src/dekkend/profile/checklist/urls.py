from django.urls import path

from .views import anonymous, evidence, lastyear, personal, shared, team

urlpatterns = [
    path("checklist/", shared.overview, name="checklist"),
    path("checklist/vraag/<str:question>/", shared.question, name="checklist_question"),
    path("checklist/vraag/<str:question>/samenvatting/", shared.summary, name="checklist_summary"),
    path("checklist/onderdeel/<str:item>/", shared.answer, name="checklist_answer"),
    path("checklist/onderdeel/<str:item>/vorig-jaar/", lastyear.take_item, name="checklist_last_year"),
    path(
        "checklist/vraag/<str:question>/vorig-jaar/",
        lastyear.take_question,
        name="checklist_last_year_question",
    ),
    path("checklist/vraag/<str:question>/vorig-jaar/terug/", lastyear.undo, name="checklist_last_year_undo"),
    path("checklist/onderdeel/<str:item>/vindplaats/", evidence.evidence, name="checklist_evidence"),
    path("checklist/onderdeel/<str:item>/vindplaats/link/", evidence.add_link, name="evidence_link"),
    path("checklist/onderdeel/<str:item>/vindplaats/bestand/", evidence.add_file, name="evidence_add_file"),
    path("checklist/vindplaats/<uuid:evidence>/", evidence.file, name="evidence_file"),
    path("checklist/vindplaats/<uuid:evidence>/weg/", evidence.remove, name="evidence_remove"),
    path("checklist/team/", team.team, name="team"),
    path("checklist/team/naam/", team.naming, name="team_naming"),
    path("checklist/team/vraag/", team.ask, name="team_ask"),
    path("checklist/team/briefjes/", team.slips, name="team_slips"),
    path("checklist/team/ongebruikt/", team.withdraw_unused, name="team_unused"),
    path("checklist/team/sluiting/", team.close, name="team_close"),
    path("checklist/<uuid:copy>/", personal.start, name="copy"),
    path("checklist/<uuid:copy>/vraag/<str:question>/", personal.question, name="copy_question"),
    path("checklist/<uuid:copy>/onderdeel/<str:item>/", personal.answer, name="copy_answer"),
    path("checklist/<uuid:copy>/klaar/", personal.finish, name="copy_finish"),
    path("c/<str:code>/", anonymous.start, name="anonymous_copy"),
    path("c/<str:code>/vraag/<str:question>/", anonymous.question, name="anonymous_copy_question"),
    path("c/<str:code>/onderdeel/<str:item>/", anonymous.answer, name="anonymous_copy_answer"),
    path("c/<str:code>/klaar/", anonymous.finish, name="anonymous_copy_finish"),
]
