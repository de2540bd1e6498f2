from django.urls import path

from . import following
from .views import desk, reminders, reminders_off

urlpatterns = [
    path("mijn-werk/", desk, name="desk"),
    path("mijn-werk/herinneringen/", reminders, name="reminders"),
    path("herinneringen/<str:token>/", reminders_off, name="reminders_off"),
    path("voortgang/<int:profile>/", following.followed, name="followed"),
    path("voortgang/<int:profile>/uitstel/", following.give_extension, name="extension_given"),
    path(
        "voortgang/<int:profile>/uitstel/<int:asked>/ja/", following.grant_extension, name="extension_granted"
    ),
    path(
        "voortgang/<int:profile>/uitstel/<int:asked>/nee/",
        following.decline_extension,
        name="extension_declined",
    ),
    path("voortgang/<int:profile>/herinnering/", following.school_reminder, name="school_reminder"),
]
