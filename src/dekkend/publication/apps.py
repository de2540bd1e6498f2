from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "dekkend.publication"
    label = "publication"
