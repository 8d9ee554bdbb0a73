"""Filing a dossier through the API: the shape of the request, who may file what where, and whether the clock starts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from django.http import Http404
from ninja import Schema
from pydantic import ConfigDict, Field

from gandan.catalog.models import LimitKind, ProcedureVersion
from gandan.catalog.parts import steps_from
from gandan.dossiers import actions
from gandan.dossiers.actions.working import missing_papers
from gandan.dossiers.declaration import check_step, read_id_number, read_phone
from gandan.dossiers.models import Channel, Dossier
from gandan.places.directory import serving_communes
from gandan.places.models import Agency

from .callers import Caller
from .problems import NOT_ALLOWED, UNREADABLE, Problem


class ApplicantIn(Schema):
    model_config = ConfigDict(extra="forbid")
    name: str = Field(min_length=1, max_length=120)
    phone: str = Field(min_length=1, max_length=20, description="10 chữ số, bắt đầu bằng 0")
    id_number: str = Field("", max_length=20, description="số định danh, 12 chữ số")
    gender: Literal["", "male", "female"] = ""
    email: str = Field("", max_length=120)
    address: str = Field("", max_length=300)
    on_behalf_of: str = Field("", max_length=120, description="tên người có việc, khi nộp thay")


class CopiesIn(Schema):
    model_config = ConfigDict(extra="forbid")
    originals: int = Field(0, ge=0, le=1000)
    copies: int = Field(0, ge=0, le=1000)


class DossierIn(Schema):
    """`papers`: component key → what was handed in and seen at the counter; only then can the clock start."""

    model_config = ConfigDict(extra="forbid")
    procedure: str = Field(max_length=20, description="mã thủ tục")
    applicant: ApplicantIn
    answers: dict[str, Any] = Field(default_factory=dict, description="khóa của ô trong tờ khai → câu trả lời")
    channel: Channel = Channel.COUNTER
    papers: dict[str, CopiesIn] = Field(default_factory=dict)
    commune: str = Field("", max_length=20, description="mã xã; công dân chọn, cán bộ luôn là xã của mình")


def file_dossier(body: DossierIn, caller: Caller, now: datetime) -> Dossier:
    """File it, and receive it if it came by counter or post with every required paper. Raises Problem or RuleBroken."""
    _check_right(body, caller)
    version = _version(body.procedure, now.date())
    filing = actions.Filing(
        version=version, commune=_commune(body, caller), channel=str(body.channel), form=version.form(),
        applicant=_applicant(body.applicant), answers=_answers(version, body.answers, now.date()),
    )  # fmt: skip
    seen = {key: (one.originals, one.copies) for key, one in body.papers.items() if one.originals or one.copies}
    dossier = actions.file(filing, by=caller.user, now=now, seen=seen)
    if _can_be_received(dossier):
        actions.receive(dossier, by=caller.user, now=now)
    return dossier


def _check_right(body: DossierIn, caller: Caller) -> None:
    if caller.office is not None:
        caller.need("file")
    elif body.channel != Channel.ONLINE or body.papers:
        raise Problem(NOT_ALLOWED, "Công dân nộp trực tuyến; giấy tờ do cán bộ xem tại quầy.")


def _can_be_received(dossier: Dossier) -> bool:
    came_in_person = dossier.channel in (Channel.COUNTER, Channel.POST)
    has_limit = dossier.version.limit(LimitKind.STATUTORY, dossier.agency) is not None
    return came_in_person and has_limit and not missing_papers(dossier)


def _version(code: str, today: date) -> ProcedureVersion:
    version = ProcedureVersion.objects.in_force(today).with_facts().filter(procedure__code=code).first()
    if version is None:
        raise _wrong("procedure", "Không có thủ tục đang hiệu lực mang mã này.")
    return version


def _commune(body: DossierIn, caller: Caller) -> Agency:
    if caller.office is not None:
        commune = caller.office.commune
        if commune is None:
            raise Problem(NOT_ALLOWED, "Cấp tỉnh theo dõi, không tiếp nhận hồ sơ của xã.")
        if body.commune not in ("", commune.code):
            raise Http404
        return commune
    chosen = serving_communes().get(body.commune)
    if chosen is None:
        raise _wrong("commune", "Xin chọn mã một xã đang phục vụ trên hệ thống.")
    return chosen


def _applicant(told: ApplicantIn) -> dict[str, str]:
    errors: dict[str, str] = {}
    name = " ".join(told.name.split())
    if not name:
        errors["applicant.name"] = "Thiếu họ tên."
    phone = _read(errors, "applicant.phone", lambda: read_phone("Số điện thoại", told.phone))
    id_number = (
        _read(errors, "applicant.id_number", lambda: read_id_number("Số định danh", told.id_number))
        if told.id_number
        else ""
    )
    if errors:
        raise _wrong_all(errors)
    return {
        "applicant_name": name, "applicant_gender": told.gender, "applicant_phone": phone,
        "applicant_email": told.email, "applicant_id_number": id_number, "applicant_address": told.address,
        "on_behalf_of": told.on_behalf_of,
    }  # fmt: skip


def _read(errors: dict[str, str], name: str, reader: Any) -> str:
    try:
        return str(reader())
    except ValueError as error:
        errors[name] = str(error)
        return ""


def _answers(version: ProcedureVersion, told: dict[str, Any], today: date) -> dict[str, Any]:
    """Answers to questions of the declaration, checked one by one; what is not answered may follow at the counter."""
    form = version.form()
    steps = steps_from(form.steps) if form else []
    kept, errors = dict(told), {}
    for step in steps:
        checked = check_step(step, told, before=kept, today=today)
        given = {key for key in checked.answers if told.get(key) not in ("", None)}
        kept.update({key: checked.answers[key] for key in given})
        errors.update({f"answers.{key}": words for key, words in checked.errors.items() if key in given})
    if errors:
        raise _wrong_all(errors)
    return kept


def _wrong(field: str, message: str) -> Problem:
    return _wrong_all({field: message})


def _wrong_all(errors: dict[str, str]) -> Problem:
    listed = [{"field": field, "message": message} for field, message in errors.items()]
    return Problem(UNREADABLE, "Có mục chưa đúng, xem từng mục trong “errors”.", errors=listed)
