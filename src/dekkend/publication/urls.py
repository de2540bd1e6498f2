from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from .views.check import check
from .views.papers import paper
from .views.school import school, year
from .views.schools import schools
from .views.start import start
from .views.station import kept_paper, papers, preview, publication, withdrawal
from .views.theme import theme


class Brin(StringConverter):
    regex = "[0-9A-Za-z]{6}"


class Schooljaar(StringConverter):
    regex = "[0-9]{4}-[0-9]{4}"


register_converter(Brin, "brin6")
register_converter(Schooljaar, "schooljaar")

urlpatterns = [
    path("", start, name="start"),
    path("scholen/", schools, name="public_schools"),
    path("scholen/<brin6:brin6>/", school, name="public_school"),
    path("scholen/<brin6:brin6>/<schooljaar:schooljaar>/", year, name="public_year"),
    path("scholen/<brin6:brin6>/<schooljaar:schooljaar>/<str:name>", paper, name="public_paper"),
    path("controleren/", check, name="check"),
    path("huisstijl/<slug:slug>.css", theme, name="theme"),
    path("huisstijl/", include("dekkend.publication.housestyle.urls")),
    path("profielen/<int:profile>/publicatie/", publication, name="publication"),
    path("profielen/<int:profile>/publicatie/intrekking/", withdrawal, name="withdrawal"),
    path("profielen/<int:profile>/publicatie/voorbeeld/", preview, name="publication_preview"),
    path("profielen/<int:profile>/publicatie/bestanden/", papers, name="publication_papers"),
    path("profielen/<int:profile>/publicatie/bestanden/<str:name>", kept_paper, name="publication_paper"),
]
