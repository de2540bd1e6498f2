from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "dekkend.analysis"
    label = "analysis"
