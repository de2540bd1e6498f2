from django.urls import path

from .views.duo import duo, duo_confirmation, pupils
from .views.overview import overview
from .views.people import member_removal, people
from .views.rounds import areas, round_edit, shapes
from .views.schools import assignments, school_edit, schools, schools_csv

urlpatterns = [
    path("<slug:alliance>/", overview, name="region"),
    path("<slug:alliance>/scholen/", schools, name="schools"),
    path("<slug:alliance>/scholen.csv", schools_csv, name="schools_csv"),
    path("<slug:alliance>/scholen/wijken/", assignments, name="assignments"),
    path("<slug:alliance>/scholen/nieuw/", school_edit, name="school_new"),
    path("<slug:alliance>/scholen/<str:brin6>/wijzigen/", school_edit, name="school_edit"),
    path("<slug:alliance>/duo/", duo, name="duo"),
    path("<slug:alliance>/duo/bevestiging/", duo_confirmation, name="duo_confirmation"),
    path("<slug:alliance>/leerlingen/", pupils, name="pupil_counts"),
    path("<slug:alliance>/mensen/", people, name="people"),
    path("<slug:alliance>/mensen/<int:member>/verwijdering/", member_removal, name="member_removal"),
    path("<slug:alliance>/wijken/", areas, name="areas"),
    path("<slug:alliance>/wijken/geojson/", shapes, name="shapes"),
    path("<slug:alliance>/rondes/nieuw/", round_edit, name="round_new"),
    path("<slug:alliance>/rondes/<int:first_year>/", round_edit, name="round_edit"),
]
