from django.urls import path

from . import views

urlpatterns = [
    path("", views.code, name="phone_code"),
    path("<str:code>/", views.phone, name="phone"),
    path("<str:code>/stand/", views.phone_now, name="phone_now"),
    path("<str:code>/mee/", views.join, name="phone_join"),
    path("<str:code>/antwoord/", views.vote, name="phone_vote"),
]
