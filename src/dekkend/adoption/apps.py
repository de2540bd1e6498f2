from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "dekkend.adoption"
    label = "adoption"

    def ready(self) -> None:
        from dekkend.profile.version import contributions, log

        from . import guards, letters, stations  # noqa: F401  they register themselves
        from .queries import pupils_of

        contributions.add("pupils", pupils_of, row="pupilvoice")
        log.describe("pupilvoice", lambda keys, fmt: dict.fromkeys(keys, "de stem van leerlingen"))
