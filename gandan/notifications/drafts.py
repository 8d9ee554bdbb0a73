"""The words a communication officer has written, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .variables import unknown, zalo_faults
from .wording import events, offered_by

LONGEST_TEXT, LONGEST_SHORT = 4000, 320


@dataclass(frozen=True)
class TextDraft:
    """What the communication officer wrote. Variables in brackets; `zalo_params`: parameter of Zalo → variable."""

    subject: str
    text: str
    short: str = ""
    zalo_template: str = ""
    zalo_params: Mapping[str, str] = field(default_factory=dict)


def faults_of(event: str, draft: TextDraft) -> list[str]:
    """What must be put right, in sentences for the officer; empty when the words may be used."""
    if event not in set(events()):
        return ["Không có tin nào tên như vậy."]
    offers = offered_by(event)
    return _of_words(draft, offers) + _for_zalo(draft, offers)


def _of_words(draft: TextDraft, offers: Mapping[str, str]) -> list[str]:
    faults = []
    if not draft.subject.strip() or not draft.text.strip():
        faults.append("Xin ghi cả dòng đầu và lời.")
    if len(draft.text) > LONGEST_TEXT or len(draft.short) > LONGEST_SHORT or len(draft.subject) > 200:
        faults.append(f"Dòng đầu tối đa 200 chữ cái, lời {LONGEST_TEXT}, tin ngắn {LONGEST_SHORT}.")
    strange = unknown(f"{draft.subject}\n{draft.text}\n{draft.short}", offers)
    if strange:
        faults.append(f"Tin này không có [{'], ['.join(strange)}]. Chọn trong các mục ghi bên cạnh.")
    return faults


def _for_zalo(draft: TextDraft, offers: Mapping[str, str]) -> list[str]:
    if not draft.zalo_template.strip():
        return []
    strange = [name for name in draft.zalo_params.values() if name not in offers]
    faults = [f"Tham số Zalo trỏ tới [{name}], tin này không có." for name in strange]
    return faults + zalo_faults(draft.subject, draft.text, draft.zalo_params)
