from .board import adopt, reply, return_profile, talk
from .council import advise, ask_advice, no_advice, reminder
from .pupils import pupils, pupils_text
from .reading import adopted, adoption, council, version, version_paper
from .schools import board

__all__ = [
    "adopt",
    "adopted",
    "adoption",
    "advise",
    "ask_advice",
    "board",
    "council",
    "no_advice",
    "pupils",
    "pupils_text",
    "reminder",
    "reply",
    "return_profile",
    "talk",
    "version",
    "version_paper",
]
