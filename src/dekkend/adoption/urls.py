from django.urls import path

from . import views

PROFILE = "profielen/<int:profile>"
VERSION = f"{PROFILE}/versies/<int:number>"

urlpatterns = [
    path(f"{PROFILE}/leerlingen/", views.pupils, name="pupils"),
    path(f"{PROFILE}/leerlingen/tekst/", views.pupils_text, name="pupils_text"),
    path(f"{PROFILE}/mr/", views.council, name="council"),
    path(f"{PROFILE}/vaststelling/", views.adoption, name="adoption"),
    path(f"{PROFILE}/vastgesteld/", views.adopted, name="adopted"),
    path(f"{VERSION}/", views.version, name="version"),
    path(f"{VERSION}/adviesvraag/", views.ask_advice, name="advice_request"),
    path(f"{VERSION}/herinnering/", views.reminder, name="reminder"),
    path(f"{VERSION}/advies/", views.advise, name="advice"),
    path(f"{VERSION}/geen-advies/", views.no_advice, name="no_advice"),
    path(f"{VERSION}/reactie/", views.reply, name="reply"),
    path(f"{VERSION}/gesprek/", views.talk, name="talk"),
    path(f"{VERSION}/vaststelling/", views.adopt, name="decision"),
    path(f"{VERSION}/teruggave/", views.return_profile, name="return"),
    path(f"{VERSION}/<str:name>", views.version_paper, name="version_paper"),
    path("bestuur/<int:board>/", views.board, name="board"),
]
