"""Station 3 on the road."""

from dekkend.profile.base.road import Station, register

from .queries import progress

register(
    Station(
        key="profile",
        url="writing",
        act="see_writing",
        turn="De intern begeleider is aan zet",
        progress=progress,
    )
)
