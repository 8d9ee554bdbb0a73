"""What was written down away from the counter, read: who, which procedure, which answers. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.base import File

from gandan.catalog.models import ProcedureVersion
from gandan.catalog.parts import steps_from
from gandan.core.errors import RuleBroken
from gandan.dossiers.actions import Filing
from gandan.dossiers.declaration import check_step, read_id_number, read_phone
from gandan.dossiers.models import Channel
from gandan.places.models import Agency

MOST_PHOTOS = 12


@dataclass(frozen=True)
class Taken:
    """One dossier as taken in. `seen`: components whose papers were seen; `photos`: (component, picture).

    `token` is given where it was written down: the same token is the same dossier.
    """

    procedure: str
    applicant: Mapping[str, Any]
    answers: Mapping[str, Any] = field(default_factory=dict)
    seen: tuple[str, ...] = ()
    photos: tuple[tuple[str, File[Any]], ...] = ()
    token: str = ""


def filing_of(taken: Taken, agency: Agency, today: date) -> Filing:
    """What to file. RuleBroken says what is wrong, for a person to mend."""
    versions = ProcedureVersion.objects.in_force(today).with_facts().order_by("-valid_from")
    version = versions.filter(procedure__code=taken.procedure).first()
    if version is None:
        raise RuleBroken("Không có thủ tục đang hiệu lực mang mã này. Xin chọn lại thủ tục.")
    return Filing(
        version=version, commune=agency, channel=Channel.COUNTER, applicant=_applicant(taken.applicant),
        answers=_answers(version, taken.answers, today), form=version.form(),
    )  # fmt: skip


def _applicant(told: Mapping[str, Any]) -> dict[str, str]:
    name = " ".join(_text(told, "name", 120).split())
    if not name:
        raise RuleBroken("Thiếu họ tên người nộp.")
    phone, number = _text(told, "phone", 20), _text(told, "id_number", 20)
    try:
        phone = read_phone("Số điện thoại", phone) if phone else ""
        number = read_id_number("Số định danh", number) if number else ""
    except ValueError as unclear:
        raise RuleBroken(str(unclear)) from None
    gender = _text(told, "gender", 6)
    return {
        "applicant_name": name, "applicant_gender": gender if gender in ("male", "female") else "",
        "applicant_phone": phone, "applicant_email": "", "applicant_id_number": number,
        "applicant_address": _text(told, "address", 300), "on_behalf_of": _text(told, "on_behalf_of", 120),
    }  # fmt: skip


def _text(told: Mapping[str, Any], key: str, most: int) -> str:
    return str(told.get(key) or "").strip()[:most]


def _answers(version: ProcedureVersion, told: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Answers given, checked one by one; what was not asked yet may follow at the counter."""
    form = version.form()
    kept: dict[str, Any] = {}
    for step in steps_from(form.steps) if form else []:
        checked = check_step(step, told, before=kept, today=today)
        given = {key for key in checked.answers if told.get(key) not in ("", None)}
        if wrong := [words for key, words in checked.errors.items() if key in given]:
            raise RuleBroken(wrong[0])
        kept.update({key: checked.answers[key] for key in given})
    return kept
