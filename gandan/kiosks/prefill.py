"""From the identity card to the form, pure: what the card says is not typed again."""

from __future__ import annotations

from typing import Any

from gandan.catalog.parts import FormStep
from gandan.hall.identity_card import Card
from gandan.people.models import Gender

SEX = {"Nam": ("male", "nam"), "Nữ": ("female", "nu")}
OWNERS = ("subject_", "requester_", "applicant_")
"""Prefixes of questions about the person who stands here; other prefixes ask about somebody else."""
GENDERS = {"Nam": str(Gender.MALE), "Nữ": str(Gender.FEMALE)}


def applicant_of(card: Card) -> dict[str, str]:
    """The applicant's columns that the card fills."""
    return {
        "applicant_name": card.name, "applicant_gender": GENDERS[card.sex], "applicant_id_number": card.number,
        "applicant_address": card.address,
    }  # fmt: skip


def answers_of(card: Card, step: FormStep) -> dict[str, Any]:
    """Answers of a page that the card gives: name, birthday, number, sex and address of the person who stands here."""
    return {field.key: value for field in step.fields if (value := _answer(card, field.key, dict(field.options)))}


def _answer(card: Card, key: str, options: dict[str, str]) -> str:
    prefix = next((one for one in OWNERS if key.startswith(one)), None)
    asked = key.removeprefix(prefix) if prefix else key if key == "residence" else ""
    if asked == "sex":
        return next((one for one in SEX[card.sex] if one in options), "")
    known = {
        "name": card.name, "birth_date": card.birthday.isoformat(), "id_number": card.number,
        "residence": card.address, "address": card.address,
    }  # fmt: skip
    return known.get(asked, "")
