"""What people do with notices. Machines' tries are kept as messages, not told one by one."""

from __future__ import annotations

from dataclasses import dataclass

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class NoticeCalled(Event):
    """`result` is “told”, “no_answer” or “wrong_number”."""

    notice_id: int
    result: str


@dataclass(frozen=True, kw_only=True)
class NoticeCarried(Event):
    """`channel` is “letter” or “head”; `result` is “handed”, “sent” or “returned”."""

    notice_id: int
    channel: str
    result: str


@dataclass(frozen=True, kw_only=True)
class NoticeProved(Event):
    """A person has given the proof."""

    notice_id: int
    channel: str


@dataclass(frozen=True, kw_only=True)
class PreferenceChosen(Event):
    preference_id: int


@dataclass(frozen=True, kw_only=True)
class TextWritten(Event):
    version_id: int
    text: str
    number: int


@dataclass(frozen=True, kw_only=True)
class TextWithdrawn(Event):
    """The words of the house are used again."""

    version_id: int
    text: str
