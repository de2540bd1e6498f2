from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "dekkend.publication"
    label = "publication"

    def ready(self) -> None:
        from dekkend.process.engine import after
        from dekkend.profile.base.road import register
        from dekkend.web import house

        from . import guards  # noqa: F401  registers its guards
        from .papers import after_adoption
        from .shell import house_of, station

        after("adopt", after_adoption)
        register(station)
        house.ask(house_of)
