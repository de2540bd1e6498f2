from django.urls import path

from . import views

urlpatterns = [
    path("oud-profiel/", views.old_profile, name="old_profile"),
    path("oud-profiel/stukken/", views.old_pieces, name="old_pieces"),
    path("oud-profiel/stukken/<int:position>/plaats/", views.old_place, name="old_place"),
    path("oud-profiel/klaar/", views.old_finish, name="old_finish"),
]
