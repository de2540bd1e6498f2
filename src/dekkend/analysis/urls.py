from django.urls import path

from . import views

urlpatterns = [
    path("<slug:alliance>/", views.alliance, name="alliance"),
    path("<slug:alliance>/stations/<slug:station>/", views.station, name="alliance_station"),
    path("<slug:alliance>/voortgang/", views.progress_board, name="progress_board"),
    path("<slug:alliance>/voortgang/scholen.csv", views.board_csv, name="board_csv"),
    path("<slug:alliance>/voortgang.csv", views.progress_csv, name="progress_csv"),
    path("<slug:alliance>/tabellen/<slug:table>.csv", views.table_csv, name="table_csv"),
    path("<slug:alliance>/aanbod/<slug:need>/", views.offer, name="offer_all"),
    path("<slug:alliance>/aanbod/<slug:need>/scholen.csv", views.offer_csv, name="offer_all_csv"),
    path("<slug:alliance>/aanbod/<slug:need>/<slug:place>/", views.offer, name="offer"),
    path("<slug:alliance>/aanbod/<slug:need>/<slug:place>/scholen.csv", views.offer_csv, name="offer_csv"),
    path("<slug:alliance>/standaarden/<slug:question>/", views.standard, name="standard"),
    path("<slug:alliance>/standaarden/<slug:question>/scholen.csv", views.standard_csv, name="standard_csv"),
    path("<slug:alliance>/standaarden/<slug:question>/<slug:item>/", views.standard, name="standard_item"),
]
