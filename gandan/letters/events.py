"""What happens to letters and greetings. No names: the letter itself has them."""

from dataclasses import dataclass

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class LetterEvent(Event):
    letter_id: int


@dataclass(frozen=True, kw_only=True)
class LetterDrafted(LetterEvent):
    kind: str
    dossier_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class LetterEdited(LetterEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class LetterPresented(LetterEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class LetterSigned(LetterEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class LetterSentBack(LetterEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class LetterDelivered(LetterEvent):
    way: str
    is_late: bool


@dataclass(frozen=True, kw_only=True)
class LetterDropped(LetterEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ContributionRegistered(Event):
    contribution_id: int


@dataclass(frozen=True, kw_only=True)
class LetterTextKept(Event):
    kind: str
    version: int


@dataclass(frozen=True, kw_only=True)
class LettersRefused(Event):
    refused: list[str]


@dataclass(frozen=True, kw_only=True)
class GreetingPlanned(Event):
    greeting_id: int


@dataclass(frozen=True, kw_only=True)
class GreetingWritten(Event):
    greeting_id: int


@dataclass(frozen=True, kw_only=True)
class GreetingApproved(Event):
    greeting_id: int


@dataclass(frozen=True, kw_only=True)
class GreetingAired(Event):
    greeting_id: int
    channel: str
