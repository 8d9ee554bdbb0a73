"""The port of the assistant: what the software itself answers at once, before a person does.

The adapter is named in the settings (`GANDAN_FIRST_ANSWER`); the one shipped here looks the procedures up and says that it is
software. It never decides anything: the question stays with the officer of the field.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from gandan.catalog.search import search
from gandan.places.models import Agency

MOST_CARDS = 3
SHARE_OF_BEST = 0.6
"""A procedure that fits less well than this, against the best one, is left out."""


@dataclass(frozen=True)
class AssistantAnswer:
    """Words to show, and codes of the procedures whose cards go with them."""

    text: str
    procedures: tuple[str, ...] = ()


class Assistant(Protocol):
    def answer(self, question: str, commune: Agency, day: date) -> AssistantAnswer | None:
        """None when it knows nothing to say. May be slow: called by a job, never inside a transaction."""


def assistant() -> Assistant:
    return cast("Assistant", import_string(settings.FIRST_ANSWER)())


class CardAssistant:
    """Offers the cards of the procedures that fit the question."""

    def answer(self, question: str, commune: Agency, day: date) -> AssistantAnswer | None:
        hits = search(question, limit=MOST_CARDS)
        fitting = tuple(one.code for one in hits if one.score >= SHARE_OF_BEST * hits[0].score)
        if not fitting:
            return None
        text = (
            "Đây là trả lời tự động của phần mềm. Câu hỏi của ông/bà có thể thuộc thủ tục dưới đây. "
            "Công chức phụ trách vẫn đọc và trả lời."
        )
        return AssistantAnswer(text, fitting)
