"""The one exception that is meant for the person at the screen."""


class RuleBroken(Exception):
    """Well-formed but not allowed. The message is Vietnamese, says what happened and what to do now."""

    @property
    def message(self) -> str:
        return str(self)


class NotThisOffice(RuleBroken):
    """The person may not see or do this here. Shown as “not found”, so that nothing is given away."""
