from django.apps import AppConfig


class FormatsConfig(AppConfig):
    name = "dekkend.formats"
    label = "formats"
