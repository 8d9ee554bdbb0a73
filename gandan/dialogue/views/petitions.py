"""Petitions: the list by age and day, one petition with its working, each step, the book of a quarter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.core.keys import new_key
from gandan.core.vietnamese import fold
from gandan.documents.drawing import as_pdf
from gandan.journal.models import Entry
from gandan.measures.periods import Period, chosen, quarter_of
from gandan.measures.scope import Scope
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_file, as_table
from gandan.ui.views.pressing import press

from .. import actions, papers
from ..ages import ages
from ..alike import alike
from ..forms import AcceptForm, ClassifyForm, ConcludeForm, ExtendForm, LetterForm, MergeForm, WordsForm
from ..limits import limits
from ..models import Petition, PetitionQuerySet
from ..workflow import PETITION_STEPS, UNDER_WAY
from .finding import KEEPERS, blocks, may_read, petition_of, tabs, turn_of

PAGE = 50
CHIPS = {"mo": "Đang giải quyết", "qua-han": "Quá hạn", "vuot-cap": "Vượt cấp", "tat-ca": "Tất cả"}
WORDS = {
    "verify_petition": ("Kết quả xác minh", ""),
    "tell_petitioner": ("Báo bằng cách nào", "Ví dụ: trao tận tay, gửi bưu điện ngày nào"),
    "transfer_petition": ("Chuyển đến cơ quan nào", "Báo cho người gửi biết nơi đã chuyển"),
    "guide_petition": ("Hướng dẫn gửi đến đâu", ""),
    "decline_petition": ("Lý do không thụ lý", "Người gửi đọc được lý do này"),
    "withdraw_petition": ("Rút bằng văn bản nào", ""),
    "flag_over_level": ("Cơ quan cấp trên nào đã nhận", "Ghi tên cơ quan, số văn bản"),
}
SIMPLE: dict[str, Callable[..., None]] = {
    "verify_petition": actions.verify_petition, "tell_petitioner": actions.tell_petitioner,
    "transfer_petition": actions.transfer_petition, "guide_petition": actions.guide_petition,
    "decline_petition": actions.decline_petition, "withdraw_petition": actions.withdraw_petition,
    "flag_over_level": actions.flag_over_level,
}  # fmt: skip


def _chosen(rows: PetitionQuerySet, chip: str) -> PetitionQuerySet:
    if chip == "qua-han":
        return rows.overdue(timezone.now())
    if chip == "vuot-cap":
        return rows.filter(is_over_level=True)
    return rows.still_open() if chip == "mo" else rows


@officer(*KEEPERS)
def petitions(request: OfficerRequest) -> HttpResponse:
    """Without the right, denunciations are not in the list, nor in its counts."""
    now = timezone.now()
    seen = Petition.objects.of(request.commune).seen_by(request.user, today=localdate())
    chip = request.GET.get("loc", "mo") if request.GET.get("loc", "mo") in CHIPS else "mo"
    rows = _chosen(seen, chip).select_related("unit", "assignee")
    page = Paginator(_found(rows, request.GET.get("tim", "")), PAGE).get_page(request.GET.get("page"))
    chips = [
        {"href": f"?loc={name}", "label": label, "is_current": name == chip, "count": _chosen(seen, name).count()}
        for name, label in CHIPS.items()
    ]
    facts = {
        "tabs": tabs("petitions"), "chips": chips, "page": page,
        "ages": ages(seen.still_open().only("received_at", "ended_at"), now),
        "rows": [(one, one.is_late(now), one.days_old(now)) for one in page], "may_read": may_read(request),
        "quarter": f"{localdate():%Y-%m-%d}", "words": request.GET.get("tim", ""),
    }  # fmt: skip
    return render(request, "dialogue/officer/petitions.html", facts)


def _found(rows: PetitionQuerySet, words: str) -> PetitionQuerySet | list[Petition]:
    """Senders and matters are sealed: a search opens what the reader may see, newest thousand."""
    if not words.strip():
        return rows
    wanted = fold(words.strip())
    return [one for one in rows[:1000] if wanted in fold(f"{one.code} {one.name} {one.subject}") or wanted in one.phone]


@officer(*KEEPERS)
def receive_petition(request: OfficerRequest) -> HttpResponse:
    """By post, at the desk, or out of a turn of a reception (`luot`)."""
    number = request.GET.get("luot", "")
    turn = turn_of(request, int(number)) if number.isdigit() else None
    start: dict[str, Any] = {"press": new_key(), "people": 1}
    if turn:
        start |= {
            "source": "reception",
            **{name: getattr(turn, name) for name in ("name", "phone", "address", "people")},
        }
    form = LetterForm(request.POST if request.method == "POST" else None, commune=request.commune, initial=start)
    made: list[Petition] = []
    now = timezone.now()
    if press(request, form, lambda: made.append(
        actions.receive_petition(request.commune, form.letter(), by=request.user, now=now, turn=turn)
    )):  # fmt: skip
        messages.success(request, f"Đã vào sổ: {made[0]}.")
        is_open = not made[0].is_sealed or may_read(request)
        return redirect("dialogue:petition", made[0].pk) if is_open else redirect("dialogue:petitions")
    facts = {
        "form": form, "title": "Nhận đơn", "back": reverse("dialogue:petitions"), "back_label": "Đơn thư", "button": "Vào sổ",
        "note": "Hạn phân loại tính từ hôm nay." if turn is None else f"Đơn nhận tại buổi tiếp, {turn}.",
    }  # fmt: skip
    return render(request, "dialogue/officer/form.html", facts)


@officer(*KEEPERS)
def petition(request: OfficerRequest, pk: int) -> HttpResponse:
    one = petition_of(request, pk)
    actions.read_petition(one, "page", by=request.user, now=timezone.now())
    return _show(request, one, _forms(request, None, ""))


def _forms(request: OfficerRequest, data: Any, verb: str) -> dict[str, forms.Form | None]:
    """By verb; only the one that was pressed carries what was typed."""

    def sent(name: str) -> Any:
        return data if verb == name else None

    said = {name: WordsForm(sent(name), label=label, help_text=note) for name, (label, note) in WORDS.items()}
    return {
        **said, "classify_petition": ClassifyForm(sent("classify_petition")),
        "accept_petition": AcceptForm(sent("accept_petition"), commune=request.commune),
        "conclude_petition": ConcludeForm(sent("conclude_petition")), "merge_petition": MergeForm(sent("merge_petition")),
        "extend_petition": ExtendForm(sent("extend_petition")), "close_petition": None,
    }  # fmt: skip


def _show(
    request: OfficerRequest, one: Petition, asked: dict[str, forms.Form | None], pressed: str = ""
) -> HttpResponse:  # fmt: skip
    now = timezone.now()
    seen = Petition.objects.of(request.commune).seen_by(request.user, today=localdate())
    steps = blocks(one.possible_steps(), "dialogue:press_petition", one.pk, asked)
    facts = {
        "one": one, "is_late": one.is_late(now), "days": one.days_old(now), "limit": limits().get(one.limit),
        "main_steps": steps[:1], "more_steps": steps[1:], "form": asked.get(pressed),
        "alike": alike(one, seen) if one.is_open else [],
        "extend": asked["extend_petition"] if one.status in UNDER_WAY and one.due_at == one.first_due_at else None,
        "over": asked["flag_over_level"] if one.is_open and not one.is_over_level else None,
        "readings": _readings(one) if one.is_sealed else [], "pressed": pressed,
    }  # fmt: skip
    return render(request, "dialogue/officer/petition.html", facts)


def _readings(one: Petition) -> Any:
    """Newest twenty, from the journal."""
    return Entry.objects.about(one).filter(kind="SealedPetitionRead").select_related("actor").order_by("-pk")[:20]


def _act(request: OfficerRequest, one: Petition, verb: str, told: dict[str, Any]) -> None:
    more: dict[str, Any] = {"by": request.user, "now": timezone.now()}
    if verb in SIMPLE:
        SIMPLE[verb](one, told["words"], **more)
    elif verb == "classify_petition":
        actions.classify_petition(one, told["kind"], **more)
    elif verb == "accept_petition":
        actions.accept_petition(one, actions.Charge(**told), **more)
    elif verb == "conclude_petition":
        actions.conclude_petition(one, told["words"], number=told["number"], **more)
    elif verb == "extend_petition":
        actions.extend_petition(one, told["words"], is_special=told["is_special"], **more)
    elif verb == "merge_petition":
        actions.merge_petition(one, _numbered(request, told["code"]), **more)
    else:
        actions.close_petition(one, **more)


def _numbered(request: OfficerRequest, code: str) -> Petition:
    number, _, year = code.strip().partition("/")
    rows = Petition.objects.of(request.commune).seen_by(request.user, today=localdate())
    found = rows.filter(number=number, year=year).first() if number.isdigit() and year.isdigit() else None
    if found is None:
        raise RuleBroken(f"Không có đơn số {code}. Viết như 012/2026.")
    return found


@officer(*KEEPERS)
@require_POST
def press_petition(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """One step of the life of a petition."""
    verb = verb.replace("-", "_")
    asked = _forms(request, request.POST, verb)
    if verb not in asked:
        raise Http404
    one = petition_of(request, pk)
    form = asked[verb] or forms.Form(request.POST)
    if not press(request, form, lambda: _act(request, one, verb, form.cleaned_data)):
        if asked[verb] is None:
            raise RuleBroken(" ".join(map(str, form.non_field_errors())))
        return _show(request, petition_of(request, pk), asked, verb)
    messages.success(request, f"{one}: {_said(verb)}.")
    return (
        redirect("dialogue:petition", one.pk)
        if not one.is_sealed or may_read(request)
        else redirect("dialogue:petitions")
    )


def _said(verb: str) -> str:
    more = {"extend_petition": "đã gia hạn", "flag_over_level": "đã ghi vượt cấp"}
    return more.get(verb) or next(step.label.lower() for step in PETITION_STEPS if step.verb == verb)


@officer(*KEEPERS)
def book(request: OfficerRequest) -> HttpResponse:
    """The book of a quarter, PDF or XLSX; denouncers masked whoever prints."""
    period = chosen(request.GET, localdate(), default="quy-nay")
    period = period if request.GET.get("ky") or request.GET.get("tu") else quarter_of(localdate())
    rows = _in(request, period)
    if request.GET.get("dang") == "xlsx":
        return as_table(
            "so-don-thu.xlsx", f"Sổ theo dõi đơn thư, {period.label}", papers.BOOK_HEADS, papers.book_rows(rows)
        )
    return as_file(as_pdf(papers.book(request.commune, rows, period, timezone.now())), "so-don-thu.pdf", is_shown=True)


def _in(request: OfficerRequest, period: Period) -> list[Petition]:
    span = Scope((request.commune.pk,), period.start, period.end, timezone.now())
    rows = Petition.objects.of(request.commune).received_in(span.since, span.until)
    return list(rows.order_by("year", "number"))
