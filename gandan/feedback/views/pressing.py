"""The steps of one feedback as buttons: their forms, who may press, what is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from gandan.people.access import OfficerRequest
from gandan.people.models import Role

from .. import actions
from ..forms import (
    DirectForm,
    JoinForm,
    JudgeForm,
    PassOnForm,
    PhotosForm,
    ProposeForm,
    RefuseForm,
    ResultForm,
    ScreenForm,
    TextForm,
)
from ..masking import masked
from ..models import Feedback, PhotoMoment
from ..units import unit_for
from ..workflow import IN_HAND, OPEN, STEPS, Status

More = dict[str, Any]
LEADING = ("direct", "return_proposal", "redo")
LABELS = {step.verb: step.label for step in STEPS} | {
    "finish_part": "Xong phần việc của đơn vị", "note_stuck": "Ghi đang chờ gì", "clear_stuck": "Hết vướng, làm tiếp",
    "publish": "Cho hiện công khai", "hide": "Ẩn khỏi trang công khai", "add_photos": "Thêm ảnh",
    "judge_attitude": "Ghi kết quả xác minh thái độ",
}  # fmt: skip
WORDS = {
    "ask_more": "hoi-them", "screen": "sang-loc", "propose": "de-xuat", "return_proposal": "tra-phieu", "direct": "chi-dao",
    "alert_police": "bao-cong-an", "send_to_handler": "chuyen-nguoi-giai-quyet", "take_up": "nhan-xu-ly",
    "finish_part": "xong-phan-viec", "report_result": "bao-ket-qua", "redo": "xu-ly-lai", "answer": "tra-loi",
    "file_away": "vao-so", "join": "gop", "pass_on": "chuyen", "refuse": "khong-thuoc", "mark_spam": "tin-rac",
    "restore": "khong-phai-rac", "note_stuck": "dang-cho", "clear_stuck": "het-vuong", "publish": "cong-khai", "hide": "an",
    "add_photos": "them-anh", "judge_attitude": "xac-minh", "reopen": "mo-lai",
}  # fmt: skip
BY_SENDER = ("supply_more",)


@dataclass(frozen=True)
class Offer:
    """One thing that can be done now: `blocked` says why this person may not."""

    verb: str
    label: str
    form: forms.Form | None
    blocked: str

    @property
    def word(self) -> str:
        return WORDS[self.verb]


def offers(request: OfficerRequest, one: Feedback, pressed: str = "") -> list[Offer]:
    """The steps of the workflow in its order, then what needs no step."""
    verbs = [step.verb for step in one.possible_steps() if step.verb not in BY_SENDER and _fits(one, step.verb)]
    verbs += [verb for verb, is_there in _beside(request, one).items() if is_there]
    return [
        Offer(verb, LABELS[verb], _form(request, one, verb, pressed), blocked(request, one, verb)) for verb in verbs
    ]


def _fits(one: Feedback, verb: str) -> bool:
    if verb == "send_to_handler":
        return one.dossier_id is not None
    return verb != "take_up"


def _beside(request: OfficerRequest, one: Feedback) -> dict[str, bool]:
    mine = _own_part(request, one)
    return {
        "take_up": one.status in IN_HAND and mine is not None and mine.taken_at is None,
        "finish_part": one.status in IN_HAND and mine is not None and not mine.is_lead and mine.done_at is None,
        "note_stuck": one.status in OPEN, "clear_stuck": bool(one.stuck_reason), "add_photos": one.status in OPEN,
        "publish": not one.is_public and one.status not in (Status.SPAM, Status.JOINED), "hide": one.is_public,
        "judge_attitude": one.known_category.kind == "conduct",
    }  # fmt: skip


def _own_part(request: OfficerRequest, one: Feedback) -> Any:
    return one.parts.filter(round=one.round, unit=request.office.agency).first()


def blocked(request: OfficerRequest, one: Feedback, verb: str) -> str:
    """Why this person may not do it now, in words; "" if they may."""
    if verb in LEADING and not request.office.holds(Role.LEADER):
        return "Lãnh đạo làm việc này."
    if request.office.is_partner_only and verb not in (
        "take_up",
        "finish_part",
        "report_result",
        "note_stuck",
        "add_photos",
    ):
        return "Cán bộ của xã làm việc này."
    if verb == "report_result":
        return _blocked_report(request, one)
    return ""


def _blocked_report(request: OfficerRequest, one: Feedback) -> str:
    lead = one.parts.filter(round=one.round, is_lead=True).select_related("unit").first()
    if lead is None or lead.unit_id == request.office.agency.pk or request.office.holds(Role.LEADER):
        return ""
    return "" if lead.person_id == request.user.pk else f"{lead.unit} chủ trì và báo kết quả."


def _form(request: OfficerRequest, one: Feedback, verb: str, pressed: str) -> forms.Form | None:
    """Only the pressed one carries what was typed."""
    is_sent = verb == pressed
    data, files = (request.POST, request.FILES) if is_sent else (None, None)
    known: More = {"data": data, "auto_id": f"{verb}_%s"}
    makers: dict[str, Callable[[], forms.Form]] = {
        "screen": lambda: ScreenForm(**known, initial={
            "category": one.category or one.suggested_category, "is_urgent": one.is_urgent}),
        "refuse": lambda: RefuseForm(**known), "join": lambda: JoinForm(**known, commune=one.agency, initial={
            "code": one.possible_duplicate_of.code if one.possible_duplicate_of else ""}),
        "pass_on": lambda: PassOnForm(**known, commune=one.agency),
        "propose": lambda: ProposeForm(**known, commune=one.agency, initial=_proposed_unit(one)),
        "direct": lambda: DirectForm(**known, commune=one.agency, initial=_proposed_lead(one)),
        "report_result": lambda: ResultForm(**known, files=files), "finish_part": lambda: ResultForm(**known, files=files),
        "add_photos": lambda: PhotosForm(**known, files=files), "judge_attitude": lambda: JudgeForm(**known),
    }  # fmt: skip
    if verb in makers:
        return makers[verb]()
    told = TEXTS.get(verb)
    if told is None:
        return None
    label, hint, required = told
    initial = {"text": masked(one.text).text if verb == "publish" else ""}
    return TextForm(**known, label=label, hint=hint, required=required, initial=initial)


TEXTS: dict[str, tuple[str, str, bool]] = {
    "ask_more": ("Hỏi người gửi điều gì", "Người gửi đọc nguyên văn câu này.", True),
    "return_proposal": ("Cần làm rõ điều gì", "", True), "redo": ("Còn phải làm gì", "", True),
    "alert_police": ("Lời báo Công an xã", "", False),
    "answer": ("Trả lời người gửi", "Việc đã làm, kết quả, nơi hỏi thêm. Không ghi họ tên người gửi.", True),
    "note_stuck": ("Đang chờ ai, chờ gì", "Người dân đọc được câu này, ví dụ “chờ đơn vị điện lực thay cột”.", True),
    "publish": ("Nội dung công khai", "Bỏ họ tên, số điện thoại, số nhà của người dân.", True), "hide": ("Vì sao", "", True),
    "reopen": ("Còn chưa được điều gì", "Ghi lời người gửi khi gọi lại.", True),
}  # fmt: skip


def _proposed_unit(one: Feedback) -> dict[str, Any]:
    unit, _ = unit_for(one.agency, one.category or one.suggested_category)
    return {"unit": unit.pk}


def _proposed_lead(one: Feedback) -> dict[str, Any]:
    slip = one.proposals.filter(round=one.round, unit__isnull=False).first()
    return {"lead": slip.unit_id} if slip else {"lead": _proposed_unit(one)["unit"]}


Call = Callable[[Feedback, forms.Form, More], object]


def _with_text(verb: str) -> Call:
    """Of the same name, with the one text."""
    return lambda one, form, more: getattr(actions, verb)(one, form.cleaned_data["text"], **more)


CALLS: dict[str, Call] = {
    "screen": lambda one, form, more: actions.screen(
        one, form.cleaned_data["category"], is_urgent=form.cleaned_data["is_urgent"], **more),
    "refuse": lambda one, form, more: actions.refuse(one, form.cleaned_data["reason"], form.cleaned_data["text"], **more),
    "join": lambda one, form, more: actions.join(one, form.cleaned_data["code"], **more),
    "pass_on": lambda one, form, more: actions.pass_on(one, form.cleaned_data["name"], form.cleaned_data["text"], **more),
    "propose": lambda one, form, more: actions.propose(one, form.proposing(), **more),  # type: ignore[attr-defined]
    "direct": lambda one, form, more: actions.direct(one, form.order(), **more),  # type: ignore[attr-defined]
    "report_result": lambda one, form, more: actions.report_result(
        one, form.cleaned_data["text"], form.photos(), **more),  # type: ignore[attr-defined]
    "add_photos": lambda one, form, more: actions.add_photos(
        one, [form.cleaned_data["photo"]], PhotoMoment(form.cleaned_data["moment"]), **more),
    "judge_attitude": lambda one, form, more: actions.judge_attitude(
        one, form.cleaned_data["point"], is_upheld=form.cleaned_data["is_upheld"] == "1", **more),
    **{verb: _with_text(verb) for verb in TEXTS},
}  # fmt: skip
BARE = ("file_away", "mark_spam", "restore", "clear_stuck", "send_to_handler")
"""Nothing is typed."""


def act(request: OfficerRequest, one: Feedback, verb: str, form: forms.Form | None, more: More) -> None:
    """Call the action of the verb."""
    if verb == "take_up":
        actions.take_up(_own_part(request, one), **more)
    elif verb == "finish_part":
        assert form is not None, "finish_part has a form"
        actions.finish_part(_own_part(request, one), form.cleaned_data["text"], form.photos(), **more)  # type: ignore[attr-defined]
    elif form is None:
        assert verb in BARE, verb
        getattr(actions, verb)(one, **more)
    else:
        CALLS[verb](one, form, more)
