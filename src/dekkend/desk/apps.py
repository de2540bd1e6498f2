from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "dekkend.desk"
    label = "desk"
