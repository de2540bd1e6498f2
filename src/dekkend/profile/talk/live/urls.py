from django.urls import path

from . import views

urlpatterns = [
    path("gesprek/bord/", views.board, name="talk_board"),
    path("gesprek/bord/stand/", views.board_now, name="talk_board_now"),
    path("gesprek/bord/kies/<str:item>/", views.choose, name="talk_choose"),
    path("gesprek/regie/", views.control, name="talk_control"),
    path("gesprek/regie/stand/", views.control_now, name="talk_control_now"),
    path("gesprek/regie/stuur/", views.steer, name="talk_steer"),
    path("gesprek/regie/handen/", views.hands, name="talk_hands"),
    path("gesprek/regie/tijd/", views.minutes, name="talk_minutes"),
]
