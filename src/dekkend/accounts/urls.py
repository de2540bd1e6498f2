from django.urls import path

from . import views

urlpatterns = [
    path("uitnodiging/<str:token>/", views.accept_invitation, name="accept_invitation"),
]
