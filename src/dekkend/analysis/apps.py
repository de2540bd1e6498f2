from typing import Any

from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "dekkend.analysis"
    label = "analysis"

    def ready(self) -> None:
        from dekkend.process.engine import after

        after("adopt", project_adopted)


def project_adopted(profile: Any, **details: Any) -> None:
    """Keep the figures with the decision: the same transaction."""
    from .projection import project

    project(profile.adopted)
