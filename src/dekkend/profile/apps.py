from django.apps import AppConfig


class ProfileConfig(AppConfig):
    name = "dekkend.profile"
    label = "profile"

    def ready(self) -> None:
        from dekkend.process.engine import after

        from .base.actions import open_profiles
        from .checklist import station as checklist  # noqa: F401  puts its station on the road
        from .dialogue import station as dialogue  # noqa: F401
        from .version import guards, names  # noqa: F401  register guards, and what rows are called in the log
        from .writing import station  # noqa: F401  puts its station on the road

        after("open_round", open_profiles)
