from django.apps import AppConfig


class NeighbourhoodConfig(AppConfig):
    name = "dekkend.neighbourhood"
    label = "neighbourhood"
