from django.urls import path

from . import views
from .beside import beside
from .carrying import views as carrying
from .compare.views import back, compare
from .moving.views import move_confirmed, moved
from .preview import preview, preview_file

urlpatterns = [
    path("profiel/vorig-jaar/", carrying.last_year, name="last_year"),
    path("profiel/vorig-jaar/begin/", carrying.begin, name="begin_from_last_year"),
    path("profiel/vorig-jaar/deel/", carrying.confirm, name="confirm_part"),
    path("profiel/vorig-jaar/tekst/", carrying.take, name="take_text"),
    path("profiel/vorig-jaar/afspraak/", carrying.walk, name="walk_change"),
    path("profiel/voorbeeld/", preview, name="preview"),
    path("profiel/voorbeeld/<slug:kind>/", preview, name="preview"),
    path("profiel/voorbeeld/<slug:kind>.<slug:form>", preview_file, name="preview_file"),
    path("profiel/<slug:section>/voorbeeld/", beside, name="section_preview"),
    path("nieuwe-versie/", moved, name="moved"),
    path("nieuwe-versie/<slug:item>/", move_confirmed, name="move_confirmed"),
    path("indienen/", views.submit, name="submit"),
    path("indienen/versie/", views.hand_in, name="hand_in"),
    path("indienen/bericht/", views.tell_head, name="tell_head"),
    path("terughalen/", views.recall, name="recall"),
    path("vergelijken/", compare, name="compare"),
    path("vergelijken/terugzetten/", back, name="compare_back"),
    path("logboek/", views.log, name="log"),
]
