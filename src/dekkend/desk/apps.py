from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "dekkend.desk"
    label = "desk"

    def ready(self) -> None:
        from dekkend.web import menu

        from .menu import items, role

        menu.add(items)
        menu.name_role(role)
