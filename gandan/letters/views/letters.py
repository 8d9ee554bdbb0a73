"""Letters: the list, one letter, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.documents.drawing import as_docx, as_pdf
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.ui.views.files import as_file, kept_file
from gandan.ui.views.pressing import press as pressed

from .. import actions
from ..forms import CheckForm, EditLetterForm, HandingForm, NewLetterForm, ReasonForm
from ..models import Letter, LetterKind, LetterQuerySet
from ..sheets import letter_sheet
from ..workflow import LetterStatus

PAGE = 50
CHIPS = {
    "mo": "Chưa trao", "cho-ky": "Chờ ký", "cho-trao": "Chờ trao", "qua-han": "Quá hạn", "da-trao": "Đã trao", "tat-ca": "Tất cả",
}  # fmt: skip
TABS = (
    ("letters:index", "Thư"), ("letters:contributions", "Người đóng góp"), ("letters:greetings", "Lời chúc ngày lễ"),
    ("letters:texts", "Mẫu thư"),
)  # fmt: skip
FOR_LEADERS = frozenset({"sign_letter", "send_letter_back"})
SAID = {
    "present_letter": "Đã trình ký.", "sign_letter": "Đã ký thư.", "send_letter_back": "Đã trả lại để sửa.",
    "deliver_letter": "Đã ghi thư được trao.", "drop_letter": "Thư này không gửi.",
}  # fmt: skip


def tabs(current: str) -> list[dict[str, Any]]:
    return [{"href": reverse(name), "label": label, "is_current": name == current} for name, label in TABS]


def of_the_office(request: OfficerRequest) -> None:
    """Families' letters are not for partner agencies."""
    if request.office.is_partner_only:
        raise Http404


def _chosen(rows: LetterQuerySet, chip: str) -> LetterQuerySet:
    by_status = {"cho-ky": LetterStatus.PRESENTED, "cho-trao": LetterStatus.SIGNED, "da-trao": LetterStatus.DELIVERED}
    if chip in by_status:
        return rows.filter(status=by_status[chip])
    if chip == "qua-han":
        return rows.late(timezone.now())
    return rows.still_open() if chip == "mo" else rows


@officer
def index(request: OfficerRequest) -> HttpResponse:
    """Open ones first by the day they are due."""
    of_the_office(request)
    rows, now = Letter.objects.of(request.commune), timezone.now()
    chip = request.GET.get("loc", "mo") if request.GET.get("loc", "mo") in CHIPS else "mo"
    kind = request.GET.get("loai", "")
    rows = rows.filter(kind=kind) if kind in LetterKind.values else rows
    order = "-delivered_at" if chip == "da-trao" else "due_at"
    page = Paginator(_chosen(rows, chip).select_related("signer").order_by(order, "pk"), PAGE).get_page(
        request.GET.get("page")
    )
    chips = [
        {
            "href": f"?loc={name}&loai={kind}",
            "label": label,
            "is_current": name == chip,
            "count": _chosen(rows, name).count(),
        }
        for name, label in CHIPS.items()
    ]
    facts = {
        "tabs": tabs("letters:index"),
        "chips": chips,
        "page": page,
        "rows": [(one, one.is_late(now)) for one in page],
    }
    return render(request, "letters/officer/index.html", facts)


@officer
def new(request: OfficerRequest) -> HttpResponse:
    of_the_office(request)
    form = NewLetterForm(request.POST or None)
    made: list[Letter] = []
    if pressed(request, form, lambda: made.append(
        actions.draft_letter(request.commune, form.draft(), by=request.user, now=timezone.now())
    )):  # fmt: skip
        return redirect("letters:detail", made[0].pk)
    return render(request, "letters/officer/new.html", {"form": form})


def _letter(request: OfficerRequest, pk: int) -> Letter:
    of_the_office(request)
    rows = Letter.objects.of(request.commune).select_related(
        "commune__province", "dossier__procedure", "signer", "drafted_by", "checked_by"
    )
    return get_object_or_404(rows, pk=pk)


@officer
def detail(request: OfficerRequest, pk: int) -> HttpResponse:
    letter = _letter(request, pk)
    return _show(request, letter, _forms(request, ""), EditLetterForm.of(letter, None))


def _show(
    request: OfficerRequest, letter: Letter, asked: dict[str, forms.Form], edit: EditLetterForm, pressed_verb: str = ""
) -> HttpResponse:
    steps = [
        {"step": step, "form": asked.get(step.verb), "url": reverse(f"letters:{step.verb}", args=[letter.pk]),
         "blocked": _blocked(request, step.verb)}
        for step in letter.possible_steps()
    ]  # fmt: skip
    facts = {
        "letter": letter, "steps": steps, "edit": edit, "is_late": letter.is_late(timezone.now()),
        "is_draft": letter.status == LetterStatus.DRAFTED, "form": asked.get(pressed_verb) or (edit if edit.errors else None),
    }  # fmt: skip
    return render(request, "letters/officer/detail.html", facts)


def _blocked(request: OfficerRequest, verb: str) -> str:
    if verb in FOR_LEADERS and not request.office.holds(Role.LEADER):
        return "Lãnh đạo Ủy ban nhân dân ký thư."
    return ""


def _forms(request: OfficerRequest, verb: str) -> dict[str, forms.Form]:
    """By verb; only the one that was pressed carries what was typed."""
    data = request.POST if request.method == "POST" else None
    return {
        "present_letter": CheckForm(data if verb == "present_letter" else None),
        "deliver_letter": HandingForm(data if verb == "deliver_letter" else None, request.FILES or None),
        "send_letter_back": ReasonForm(data if verb == "send_letter_back" else None, auto_id="back_%s"),
        "drop_letter": ReasonForm(data if verb == "drop_letter" else None, auto_id="drop_%s"),
    }


@officer
def edit(request: OfficerRequest, pk: int) -> HttpResponse:
    letter = _letter(request, pk)
    form = EditLetterForm.of(letter, request.POST or None)
    if pressed(request, form, lambda: actions.edit_letter(letter, form.page(), by=request.user, now=timezone.now())):
        messages.success(request, "Đã lưu thư.")
        return redirect("letters:detail", pk)
    return _show(request, letter, _forms(request, ""), form)


Told = dict[str, Any]
VERBS: dict[str, Callable[[Letter, Any, Told], None]] = {
    "present_letter": lambda one, form, more: actions.present_letter(one, is_checked=True, **more),
    "sign_letter": lambda one, form, more: actions.sign_letter(one, **more),
    "send_letter_back": lambda one, form, more: actions.send_letter_back(one, form.cleaned_data["reason"], **more),
    "deliver_letter": lambda one, form, more: actions.deliver_letter(one, form.handing(), **more),
    "drop_letter": lambda one, form, more: actions.drop_letter(one, form.cleaned_data["reason"], **more),
}


@officer
def press(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """One step of the life of a letter."""
    if verb not in VERBS or request.method != "POST":
        raise Http404
    letter = _letter(request, pk)
    if blocked := _blocked(request, verb):
        raise RuleBroken(blocked)
    asked = _forms(request, verb)
    form = asked.get(verb, forms.Form(request.POST))
    if not pressed(request, form, lambda: VERBS[verb](letter, form, {"by": request.user, "now": timezone.now()})):
        asked[verb] = form
        return _show(request, letter, asked, EditLetterForm.of(letter, None), verb)
    messages.success(request, SAID[verb])
    return redirect("letters:detail", pk)


@officer
def paper(request: OfficerRequest, pk: int, kind: str) -> HttpResponse:
    """To print and sign, or to give to the family."""
    letter = _letter(request, pk)
    if kind not in ("pdf", "docx"):
        raise Http404
    sheet = letter_sheet(letter, timezone.now())
    drawn = as_pdf(sheet) if kind == "pdf" else as_docx(sheet)
    return as_file(drawn, f"thu-{letter.pk}.{kind}", is_shown=kind == "pdf")


@officer
def proof(request: OfficerRequest, pk: int) -> FileResponse:
    letter = _letter(request, pk)
    return kept_file(letter.proof, f"thu-{letter.pk}", media_type=letter.proof_type, is_shown=True)
