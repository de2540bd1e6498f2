from django.apps import AppConfig


class ProfileConfig(AppConfig):
    name = "dekkend.profile"
    label = "profile"

    def ready(self) -> None:
        from dekkend.process.engine import after
        from dekkend.process.roles import register_following

        from .base.actions import open_profiles
        from .checklist import station as checklist  # noqa: F401  puts its station on the road
        from .dialogue import station as dialogue  # noqa: F401
        from .dialogue.support import guards as support  # noqa: F401  register guards
        from .dialogue.support.actions import close_after_talk
        from .dialogue.support.queries import guest_roles
        from .talk.actions import voting
        from .version import guards, names  # noqa: F401  register guards, and what rows are called in the log
        from .version.carrying import carry_along_round
        from .writing import guards as writing  # noqa: F401
        from .writing import resting, station  # noqa: F401  puts its station on the road, tells what rests on it
        from .writing.comments import guards as comments  # noqa: F401

        register_following("adviser", guest_roles)
        after("open_round", open_profiles)
        after("open_round", carry_along_round)  # into the profiles that were opened just now
        after("close_talk", close_after_talk)
        after("close_talk", voting.wipe)
