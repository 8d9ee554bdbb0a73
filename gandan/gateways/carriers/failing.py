"""How handing over a message goes wrong. Both carry a Vietnamese reason that an officer may read."""


class CarrierRefused(Exception):
    """For good: the address, the text or our account is refused. Another carrier may still take the message."""


class CarrierDown(Exception):
    """For now: no answer, overload, a fault over there. The same message under the same key may be tried again.

    `may_have_taken`: the message may lie there all the same, so no other carrier is given it.
    """

    def __init__(self, reason: str, *, may_have_taken: bool = False) -> None:
        super().__init__(reason)
        self.may_have_taken = may_have_taken
