"""What goes wrong when a machine speaks."""


class SpeechFailed(Exception):
    """No sound was made. `permanent`: trying again will not help."""

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent
