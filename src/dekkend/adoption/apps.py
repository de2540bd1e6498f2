from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "dekkend.adoption"
    label = "adoption"
