from django.urls import path

from .views import gather_papers, gathered, round_papers

urlpatterns = [
    path("<slug:alliance>/papieren/<int:first_year>/", round_papers, name="round_papers"),
    path("<slug:alliance>/papieren/<int:first_year>/verzameling/", gather_papers, name="gather_papers"),
    path("<slug:alliance>/papieren/<int:first_year>/papieren.zip", gathered, name="gathered"),
]
