from django.urls import path

from .views import desk

urlpatterns = [
    path("mijn-werk/", desk, name="desk"),
]
