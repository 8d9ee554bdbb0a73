"""The officer's desk: questions that wait, one thread, everything that is done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import kept_file
from gandan.ui.views.pressing import press as pressed

from .. import actions
from ..forms import AnswerForm, FeedbackForm, NoteForm, PhoneForm, PublishForm, ReassignForm
from ..masking import masked
from ..models import Precheck, Side, Thread, ThreadQuerySet, Turn, TurnPhoto, phone_index
from ..numbering import read_precheck_code
from ..workflow import ThreadStatus
from .door import fields_in_force
from .public import turns_of

PAGE, MOST_SEARCHED = 40, 300
CHIPS = {
    "cho": "Chờ trả lời", "qua-gio": "Quá giờ", "giay-to": "Có giấy tờ mới", "da-tra-loi": "Đã trả lời", "tat-ca": "Tất cả",
}  # fmt: skip
TABS = (
    ("conversations:index", "Câu hỏi"), ("conversations:channels", "Kênh cộng đồng"),
    ("conversations:touchpoints", "Điểm chạm"), ("conversations:duties", "Phân công"),
)  # fmt: skip


def tabs(current: str) -> list[dict[str, Any]]:
    return [{"href": reverse(name), "label": label, "is_current": name == current} for name, label in TABS]


def of_the_office(request: OfficerRequest) -> None:
    """What people ask the commune is not for partner agencies."""
    if request.office.is_partner_only:
        raise Http404


def _chosen(rows: ThreadQuerySet, chip: str) -> ThreadQuerySet:
    if chip == "qua-gio":
        return rows.late(timezone.now())
    if chip == "giay-to":
        return rows.filter(pk__in=_with_new_papers())
    if chip == "da-tra-loi":
        return rows.filter(status__in=(ThreadStatus.ANSWERED, ThreadStatus.CLOSED))
    return rows.waiting() if chip == "cho" else rows


def _with_new_papers() -> Any:
    """Threads with a paper that came in after we last looked."""

    fresh = Precheck.objects.filter(dossier=None, sent_at__isnull=False)
    return fresh.filter(Q(checked_at=None) | Q(checked_at__lt=F("sent_at"))).values("thread")


def _found(rows: ThreadQuerySet, words: str) -> ThreadQuerySet:
    """By telephone, code of a precheck, procedure, field; else by words among the newest ones, which lie sealed."""
    if code := read_precheck_code(words):
        return rows.filter(prechecks__code=code)
    digits = words.replace(" ", "").replace(".", "")
    if digits.isdecimal() and len(digits) >= 9:
        return rows.filter(phone_index=phone_index(digits))
    folded = fold(words)
    newest = rows.order_by("-moved_at").select_related("procedure").prefetch_related("turns")[:MOST_SEARCHED]
    hits = [one.pk for one in newest if _says(one, folded)]
    return rows.filter(pk__in=hits)


def _says(one: Thread, folded: str) -> bool:
    said = (str(turn.text) for turn in one.turns.all())
    return any(folded in fold(text) for text in (str(one.name), one.subject, one.field, *said))


@officer
def index(request: OfficerRequest) -> HttpResponse:
    """Late first, then by the hour of the answer."""
    of_the_office(request)
    now, given = timezone.now(), request.GET
    rows = Thread.objects.of(request.commune)
    is_mine = given.get("cua") == "toi"
    rows = rows.filter(owner=request.user) if is_mine else rows
    field, words = given.get("linh-vuc", ""), given.get("q", "").strip()
    rows = rows.filter(field=field) if field else rows
    rows = _found(rows, words) if words else rows
    chip = given.get("loc", "") if given.get("loc", "") in CHIPS else ("tat-ca" if words else "cho")
    more = f"&cua={'toi' if is_mine else ''}&linh-vuc={field}&q={words}"
    chips = [
        {"href": f"?loc={name}{more}", "label": label, "is_current": name == chip, "count": _chosen(rows, name).count()}
        for name, label in CHIPS.items()
    ]
    shown = _chosen(rows, chip).late_first().select_related("procedure", "owner", "touchpoint")
    page = Paginator(shown.annotate(n_turns=Count("turns")), PAGE).get_page(given.get("page"))
    facts = {
        "tabs": tabs("conversations:index"), "chips": chips, "page": page, "words": words, "is_mine": is_mine,
        "rows": [(one, one.is_late(now)) for one in page], "field": field, "fields": _fields(request),
        "is_searching": bool(words),
    }  # fmt: skip
    return render(request, "conversations/officer/index.html", facts)


def _fields(request: OfficerRequest) -> list[str]:
    """Fields somebody has asked about."""
    rows = Thread.objects.of(request.commune).exclude(field="")
    return sorted(set(rows.values_list("field", flat=True)))


@officer
def enter(request: OfficerRequest) -> HttpResponse:
    """A question told by telephone."""
    of_the_office(request)
    form = PhoneForm(request.POST or None, fields=fields_in_force())
    made: list[Thread] = []
    if pressed(request, form, lambda: made.append(
        actions.ask(request.commune, form.asking(), by=request.user, now=timezone.now())
    )):  # fmt: skip
        return redirect("conversations:detail", made[0].pk)
    return render(request, "conversations/officer/enter.html", {"form": form})


def find(request: OfficerRequest, pk: int) -> Thread:
    of_the_office(request)
    related = ("commune__province", "procedure", "owner", "answered_by", "touchpoint", "feedback", "community")
    return get_object_or_404(Thread.objects.of(request.commune).select_related(*related), pk=pk)


def _forms(request: OfficerRequest, one: Thread, verb: str, turns: list[Turn]) -> dict[str, forms.Form]:
    """By verb; only the one that was pressed carries what was typed."""

    def data(name: str) -> Any:
        return request.POST if request.method == "POST" and verb == name else None

    asked = {"cards": one.procedure.code if one.procedure and not one.answered_at else ""}
    matter = {"field": one.field, "procedure": one.procedure.code if one.procedure else "", "owner": one.owner}
    return {
        "answer_thread": AnswerForm(data("answer_thread"), initial=asked),
        "note_thread": NoteForm(data("note_thread"), auto_id="note_%s"),
        "reassign_thread": ReassignForm(
            data("reassign_thread"),
            commune=request.commune,
            fields=fields_in_force(),
            initial=matter,
            auto_id="give_%s",
        ),
        "publish_thread": PublishForm(data("publish_thread"), initial=_for_everybody(one, turns)),
        "pass_to_feedback": FeedbackForm(data("pass_to_feedback")),
    }


def _for_everybody(one: Thread, turns: list[Turn]) -> dict[str, str]:
    """First question and last answer, with what tells who asked already taken out."""
    if one.published_at:
        return {"question": one.published_question, "answer": one.published_answer}
    names = (str(one.name),)
    said = next((str(turn.text) for turn in turns if turn.side == Side.ASKER), "")
    answered = next((str(turn.text) for turn in reversed(turns) if turn.side == Side.OFFICER), "")
    return {"question": masked(said, names=names), "answer": masked(answered, names=names)}


@officer
def detail(request: OfficerRequest, pk: int) -> HttpResponse:
    one = find(request, pk)
    turns = turns_of(one, for_officer=True)
    return _show(request, one, turns, _forms(request, one, "", turns))


def _show(
    request: OfficerRequest, one: Thread, turns: list[Turn], asked: dict[str, forms.Form], verb: str = ""
) -> HttpResponse:
    prechecks = list(one.prechecks.select_related("version__procedure", "dossier").prefetch_related("papers__photos"))
    steps = {step.verb: step for step in one.possible_steps()}
    facts = {
        "thread": one, "turns": turns, "forms": asked, "form": asked.get(verb), "prechecks": prechecks, "steps": steps,
        "is_late": one.is_late(timezone.now()), "has_answer": any(turn.side == Side.OFFICER for turn in turns),
        "cards": _cards(one, turns), "is_officer": True,
    }  # fmt: skip
    return render(request, "conversations/officer/detail.html", facts)


def _cards(one: Thread, turns: list[Turn]) -> list[Procedure]:
    """Procedures that have been spoken of: their papers can be checked, an appointment made."""
    spoken = [procedure for turn in turns for procedure in turn.procedures]  # type: ignore[attr-defined]  # by `with_cards`
    return list(dict.fromkeys([*([one.procedure] if one.procedure else []), *spoken]))


Told = dict[str, Any]
VERBS: dict[str, Callable[[Thread, Any, Told], object]] = {
    "take_up_thread": lambda one, form, more: actions.take_up_thread(one, **more),
    "answer_thread": lambda one, form, more: actions.answer_thread(one, form.answer(), **more),
    "note_thread": lambda one, form, more: actions.note_thread(one, form.cleaned_data["text"], **more),
    "reassign_thread": lambda one, form, more: actions.reassign_thread(
        one, form.matter, form.cleaned_data["owner"], **more
    ),
    "escalate_thread": lambda one, form, more: actions.escalate_thread(one, **more),
    "close_thread": lambda one, form, more: actions.close_thread(one, **more),
    "publish_thread": lambda one, form, more: actions.publish_thread(
        one, form.cleaned_data["question"], form.cleaned_data["answer"], **more
    ),
    "hide_thread": lambda one, form, more: actions.hide_thread(one, **more),
    "pass_to_feedback": lambda one, form, more: actions.pass_to_feedback(one, form.cleaned_data["category"], **more),
}
SAID = {
    "take_up_thread": "Ông/bà đang trả lời câu hỏi này.", "answer_thread": "Đã gửi câu trả lời.",
    "note_thread": "Đã ghi chú.", "reassign_thread": "Đã chuyển.", "escalate_thread": "Đã báo lãnh đạo.",
    "close_thread": "Đã đóng câu hỏi.", "publish_thread": "Đã đăng ở trang hỏi đáp.", "hide_thread": "Đã gỡ khỏi trang hỏi đáp.",
    "pass_to_feedback": "Đã chuyển sang phản ánh, kiến nghị.",
}  # fmt: skip


@officer
def press(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """One thing done with a thread."""
    one = find(request, pk)
    if request.method != "POST":
        raise Http404
    turns = turns_of(one, for_officer=True)
    asked = _forms(request, one, verb, turns)
    form = asked.get(verb, forms.Form(request.POST))
    if not pressed(request, form, lambda: VERBS[verb](one, form, {"by": request.user, "now": timezone.now()})):
        if verb not in asked:
            raise RuleBroken(" ".join(str(error) for error in form.non_field_errors()))
        return _show(request, one, turns, asked, verb)
    messages.success(request, SAID[verb])
    return redirect("conversations:detail", pk)


@officer
def photo(request: OfficerRequest, pk: int, photo: str) -> FileResponse:
    found = get_object_or_404(TurnPhoto, turn__thread=find(request, pk), key=photo)
    return kept_file(found.file, "anh", media_type=found.media_type, is_shown=True)
