from django.urls import path

from . import views
from .support import views as support

urlpatterns = [
    path("dialoog/", views.dialogue, name="dialogue"),
    path("hulp/", support.ask, name="support_ask"),
    path("hulp/intrekking/", support.withdraw, name="support_withdraw"),
    path("dialoog/overname/", views.take_all, name="dialogue_take"),
    path("dialoog/vraag/<str:question>/overname/", views.take_question, name="question_take"),
    path("dialoog/<str:item>/", views.one_item, name="dialogue_item"),
    path("dialoog/<str:item>/afspraak/", views.agreement, name="dialogue_agreement"),
    path("dialoog/<str:item>/overname/", views.take, name="agreement_take"),
]
