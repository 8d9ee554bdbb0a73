"""One page for every verb: the form of the verb, the action, back to the task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gandan.people.models import User
from gandan.people.offices import Office

from .. import actions
from ..forms import FinishForm, NothingForm, OwnerForm, PostponeForm, ProgressForm, ReasonForm
from ..models import Task


@dataclass(frozen=True)
class Verb:
    """How a verb is asked for: its word in the address, label, form and action."""

    word: str
    name: str
    label: str
    form: Callable[..., Any]
    act: Callable[..., Any]
    words: str = ""
    look: str = ""
    is_unit: bool = True


VERBS = (
    Verb("nhan", "acknowledge", "Nhận nhiệm vụ", NothingForm, actions.acknowledge, "Bấm để người giao biết đơn vị đã nhận việc."),
    Verb("phan-cong", "name_owner", "Phân công người làm", OwnerForm, actions.name_owner, look="quiet"),
    Verb("tien-do", "note_progress", "Ghi tiến độ", ProgressForm, actions.note_progress, look="quiet"),
    Verb("lam-xong", "finish", "Báo đã làm xong", FinishForm, actions.finish, "Người giao xem kết quả rồi nghiệm thu."),
    Verb("nghiem-thu", "accept", "Nghiệm thu", NothingForm, actions.accept, "Việc kết thúc sau khi nghiệm thu.", is_unit=False),
    Verb("tra-lai", "give_back", "Trả lại để làm tiếp", ReasonForm, actions.give_back, look="quiet", is_unit=False),
    Verb("gia-han", "postpone", "Gia hạn", PostponeForm, actions.postpone, look="quiet", is_unit=False),
    Verb("rut", "withdraw_task", "Rút nhiệm vụ, ghi lý do", ReasonForm, actions.withdraw_task, look="danger", is_unit=False),
)  # fmt: skip
BY_NAME = {verb.name: verb for verb in VERBS}
WITHOUT_STEP = {"name_owner": None, "note_progress": ("acknowledged", "returned"), "postpone": None}


def offered(task: Task, user: User, office: Office) -> list[Verb]:
    """The verbs this person may press now, the unit's first."""
    today = timezone.localdate()
    steps = {step.verb for step in task.possible_steps()}
    for name, only_in in WITHOUT_STEP.items():
        if task.is_open() and (only_in is None or task.status in only_in):
            steps.add(name)
    unit, judge = task.is_of(user, today=today), task.is_judged_by(user, today=today)
    may_judge = judge and office.holds("leader", "oversight")
    return [verb for verb in VERBS if verb.name in steps and (unit if verb.is_unit else may_judge)]


def press(request: HttpRequest, task: Task, name: str, *, detail: str, user: User) -> HttpResponse:
    """GET shows the form, POST acts. `detail` is the URL name of the page to go back to."""
    verb = BY_NAME[name]
    extra = {"people": User.objects.filter(is_active=True, agency=task.agency)} if name == "name_owner" else {}
    form = verb.form(request.POST, **extra) if request.method == "POST" else verb.form(**extra)
    if request.method == "POST" and form.is_valid():
        verb.act(task, **form.facts(), by=user, now=timezone.now())
        return redirect(detail, task.pk)
    facts = {"task": task, "verb": verb, "form": form, "detail": detail, "commune": getattr(request, "commune", None),
             "office": getattr(request, "office", None), "left": task.left_words(timezone.now())}  # fmt: skip
    return render(request, "tasks/officer/press.html", facts)
