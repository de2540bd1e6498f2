"""The contents page: which room answers which address."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("dekkend.publication.urls")),
    path("", include("dekkend.desk.urls")),
    path("", include("dekkend.web.urls")),
    path("", include("dekkend.accounts.urls")),
    path("code/", include("dekkend.profile.checklist.code_urls")),
    path("profielen/", include("dekkend.profile.urls")),
    path("gesprek/", include("dekkend.profile.talk.phone.urls")),
    path("", include("dekkend.adoption.urls")),
    path("samenwerkingsverband/", include("dekkend.profile.dialogue.support.urls")),
    path("samenwerkingsverband/", include("dekkend.publication.gathering.urls")),
    path("samenwerkingsverband/", include("dekkend.analysis.urls")),
    path("wijken/", include("dekkend.neighbourhood.urls")),
    path("beheer/", include("dekkend.profile.version.moving.round_urls")),
    path("beheer/", include("dekkend.region.urls")),
]

if settings.DEMO:
    urlpatterns += [path("demo/", include("dekkend.desk.demo.urls"))]

handler400 = "dekkend.web.views.bad_request"
handler403 = "dekkend.web.views.forbidden"
handler404 = "dekkend.web.views.not_found"
handler500 = "dekkend.web.views.server_error"
