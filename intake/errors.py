"""Why a file is not taken in."""


class Refused(Exception):
    """The file cannot be read. `code` names the reason; `values` fill the sentence that a door says about it."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
