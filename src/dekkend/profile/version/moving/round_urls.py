from django.urls import path

from .views import profile_version, round_version, round_version_undo

urlpatterns = [
    path("profielen/<int:profile>/versie/", profile_version, name="profile_version"),
    path("<slug:alliance>/rondes/<int:first_year>/versie/", round_version, name="round_version"),
    path(
        "<slug:alliance>/rondes/<int:first_year>/versie/terug/", round_version_undo, name="round_version_undo"
    ),
]
