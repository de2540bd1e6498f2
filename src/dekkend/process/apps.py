from django.apps import AppConfig


class ProcessConfig(AppConfig):
    name = "dekkend.process"
    label = "process"
