from django.apps import AppConfig


class ProfileConfig(AppConfig):
    name = "dekkend.profile"
    label = "profile"

    def ready(self) -> None:
        from .version import guards  # noqa: F401  registers its guards
