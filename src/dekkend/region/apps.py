from django.apps import AppConfig


class RegionConfig(AppConfig):
    name = "dekkend.region"
    label = "region"

    def ready(self) -> None:
        from dekkend.process import roles

        from .queries import roles_of

        roles.register(roles_of)
