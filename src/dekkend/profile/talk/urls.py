from django.urls import path

from . import views

urlpatterns = [
    path("gesprek/", views.talk, name="talk"),
    path("gesprek/voorbereiding/", views.prepare, name="talk_prepare"),
    path("gesprek/agenda/", views.change, name="talk_change"),
    path("gesprek/agenda.<str:form>", views.sheet, name="talk_sheet"),
    path("gesprek/sluiten/", views.close, name="talk_close"),
    path("gesprek/verslag/", views.report, name="talk_reports"),
    path("gesprek/verslag/<int:talk>/", views.report, name="talk_report"),
    path("gesprek/verslag/<int:talk>.<str:form>", views.report_file, name="talk_report_file"),
]
