from django.apps import AppConfig


class ProfileConfig(AppConfig):
    name = "dekkend.profile"
    label = "profile"

    def ready(self) -> None:
        from dekkend.process.engine import after

        from .base.actions import open_profiles
        from .version import guards  # noqa: F401  registers its guards

        after("open_round", open_profiles)
