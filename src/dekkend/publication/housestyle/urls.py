from django.urls import path

from . import served, views

OWN = "<str:scope>/<int:owner>/"

urlpatterns = [
    path("versie/<int:style>-<str:mark>.css", served.css, name="house_style_css"),
    path("versie/<str:sha>.png", served.logo, name="house_style_logo"),
    path(OWN, views.house_style, name="house_style"),
    path(f"{OWN}voorbeeld/", views.preview, name="house_style_preview"),
    path(f"{OWN}voorbeeld/pagina/", views.preview_page, name="house_style_page"),
    path(f"{OWN}voorbeeld/kleuren.css", served.draft_css, name="house_style_draft_css"),
    path(f"{OWN}voorbeeld/logo.png", served.draft_logo, name="house_style_draft_logo"),
    path(f"{OWN}voorbeeld/<slug:kind>.<slug:form>", views.preview_file, name="house_style_file"),
    path(f"{OWN}weg/", views.give_up, name="house_style_give_up"),
    path(f"{OWN}zonder-word/", views.without_base, name="house_style_without_base"),
    path(f"{OWN}standaard/", views.end, name="house_style_end"),
]
