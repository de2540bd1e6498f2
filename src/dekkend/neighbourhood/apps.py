from django.apps import AppConfig


class NeighbourhoodConfig(AppConfig):
    name = "dekkend.neighbourhood"
    label = "neighbourhood"

    def ready(self) -> None:
        from . import guards  # noqa: F401  registers its guard
