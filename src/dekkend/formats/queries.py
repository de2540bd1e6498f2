from .model import Format


def get_format(ref: str) -> Format:
    raise KeyError(ref)
