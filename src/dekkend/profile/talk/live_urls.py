from django.urls import path

from . import live_views as views

urlpatterns = [
    path("gesprek/bord/", views.board, name="board"),
    path("gesprek/bord/stand/", views.board_now, name="board_now"),
    path("gesprek/bord/kies/<str:item>/", views.choose, name="board_choose"),
    path("gesprek/regie/", views.control, name="control"),
    path("gesprek/regie/stand/", views.control_now, name="control_now"),
    path("gesprek/regie/stuur/", views.steer, name="steer"),
    path("gesprek/regie/handen/", views.hands, name="hands"),
    path("gesprek/regie/tijd/", views.minutes, name="minutes"),
]
