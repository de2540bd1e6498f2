"""Stations 1, 2 and 3, and the road, the log and the sealed versions of one profile."""

from django.urls import include, path

from .base.views import agenda, extension, road

urlpatterns = [
    path("<int:profile>/", road, name="road"),
    path("<int:profile>/uitstel/", extension, name="extension"),
    path("<int:profile>/agenda.ics", agenda, name="agenda"),
    path("<int:profile>/", include("dekkend.profile.checklist.urls")),
    path("<int:profile>/", include("dekkend.profile.dialogue.urls")),
    path("<int:profile>/", include("dekkend.profile.talk.urls")),
    path("<int:profile>/", include("dekkend.profile.talk.live.urls")),
    path("<int:profile>/", include("dekkend.profile.version.urls")),
    path("<int:profile>/", include("dekkend.profile.reading.urls")),
    # Before the parts, of which any may be called anything.
    path("<int:profile>/profiel/opmerkingen/", include("dekkend.profile.writing.comments.urls")),
    path("<int:profile>/", include("dekkend.profile.writing.urls")),
]
