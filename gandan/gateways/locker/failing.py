"""What goes wrong when a compartment is asked to open."""


class LockerFailed(Exception):
    """The lock did not answer, or said no. `permanent`: trying again will not help."""

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent


class UnknownDoor(LockerFailed):
    """The request went out and no answer came back: the door may stand open."""
