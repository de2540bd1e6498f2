from django.urls import path

from .views.papers import paper
from .views.school import school, year
from .views.schools import schools
from .views.start import start
from .views.station import kept_paper, papers, preview, publication, withdrawal
from .views.theme import theme

urlpatterns = [
    path("", start, name="start"),
    path("scholen/", schools, name="public_schools"),
    path("scholen/<str:brin6>/", school, name="public_school"),
    path("scholen/<str:brin6>/<str:schooljaar>/", year, name="public_year"),
    path("scholen/<str:brin6>/<str:schooljaar>/<str:name>", paper, name="public_paper"),
    path("huisstijl/<slug:slug>.css", theme, name="theme"),
    path("profielen/<int:profile>/publicatie/", publication, name="publication"),
    path("profielen/<int:profile>/publicatie/intrekking/", withdrawal, name="withdrawal"),
    path("profielen/<int:profile>/publicatie/voorbeeld/", preview, name="publication_preview"),
    path("profielen/<int:profile>/publicatie/bestanden/", papers, name="publication_papers"),
    path("profielen/<int:profile>/publicatie/bestanden/<str:name>", kept_paper, name="publication_paper"),
]
