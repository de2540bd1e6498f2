from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "dekkend.web"
    label = "web"
