from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "dekkend.documents"
    label = "documents"
