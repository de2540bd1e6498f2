def open_station() -> None:
    pass
