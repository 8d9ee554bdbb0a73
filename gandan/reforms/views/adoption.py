"""One adoption, the adoptions of a commune, the matrix of the level above, the record of a head."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.people.access import LeaderRequest, OfficerRequest, leader, officer
from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.models import Agency
from gandan.ui.views.files import as_table
from gandan.ui.views.pressing import press

from .. import actions
from ..actions.following_up import NEXT_YEAR
from ..adoption_board import STATES, Wanted, matrix
from ..adoption_rights import is_above, why_not
from ..adoption_telling import buttons, changes, history, lateness, unanswered
from ..forms.adoption import AnswerForm
from ..judging import judged_from, known_measures, shown_figures, standings, verdict_of
from ..models import Adoption, Difficulty, Explanation, Obligation, Verdict
from .adoption_finding import find, visible

PER_PAGE = 40
PROPOSALS = {
    Verdict.WORSE: "Mọi chỉ tiêu dưới ngưỡng: đề xuất đánh giá không hiệu quả.",
    Verdict.BETTER: "Có chỉ tiêu đạt ngưỡng: đề xuất đánh giá hiệu quả.",
    Verdict.TOO_FEW: "Chưa đủ số liệu để đánh giá.",
}


@officer
def adoption(request: OfficerRequest, pk: int) -> HttpResponse:
    return _page(request, find(request.office, pk), "")


@leader
def province_adoption(request: LeaderRequest, pk: int) -> HttpResponse:
    return _page(request, find(request.office, pk), "province_")


def _page(request: Any, one: Adoption, door: str) -> HttpResponse:
    now, office = timezone.now(), request.office
    has_begun = one.started_on is not None and one.started_on <= localdate(now)
    bounds = standings(one, now) if has_begun else []
    words, look = lateness(one, now)
    known = known_measures()
    context = {
        "adoption": one, "late_words": words, "late_look": look, "changed": changes(one), "door": door,
        "programmes": one.programmes.prefetch_related("terms"), "buttons": buttons(one, office, localdate(now)),
        "history": history(one),
        "standings": bounds, "proposal": _proposal(one, bounds, now), "figures": _figures(one, now) if has_begun else [],
        "watched": [known[name].label for name in one.measures if name in known],
        "difficulties": one.difficulties.select_related("by", "answered_by").order_by("-at"),
        "explanations": one.explanations.select_related("head", "by", "ruled_by"), "next_year": NEXT_YEAR.get(one.next_year, ""),
        "may_note": not why_not(office, "note_difficulty", one), "may_answer": is_above(office, one.agency),
        "commune": office.commune, "today": localdate(now),
    }  # fmt: skip
    return render(request, "reforms/officer/adoption.html", context)


def _figures(one: Adoption, now: datetime) -> list[tuple[str, str, int]]:
    """Label, value in words and n of every measure it is watched by."""
    return [(measure.label, measure.say(figure.value), figure.n) for measure, figure in shown_figures(one, now)]


def _proposal(one: Adoption, bounds: Sequence[Any], now: datetime) -> str:
    first = judged_from(one)
    if not one.is_operating() or first is None or not bounds:
        return ""
    if localdate(now) < first:
        return f"Đánh giá được từ {first:%d/%m/%Y}, khi đã chạy đủ 30 ngày."
    return PROPOSALS[Verdict(verdict_of(bounds))]


@officer
def adoptions(request: OfficerRequest) -> HttpResponse:
    """What the commune and its parts have taken up or been given."""
    now, wanted = timezone.now(), Wanted.read(request.GET)
    rows = visible(request.office).order_by("-changed_at")
    every = list(rows)
    found = wanted.narrow(rows, now)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    for one in shown:
        one.left = lateness(one, now)  # type: ignore[attr-defined]  # for the list
    chips = [_chip(key, label, len(Wanted(key).narrow(rows, now)), wanted) for key, label in STATES.items()]
    context = {
        "page": shown, "chips": chips, "wanted": wanted,
        "unmet": unanswered(every, now), "commune": request.commune, "has_any": bool(every),
    }  # fmt: skip
    return render(request, "reforms/officer/adoptions.html", context)


def _chip(key: str, label: str, count: int, wanted: Wanted) -> dict[str, Any]:
    return {
        "href": f"?trang-thai={key}" if key else "?",
        "label": label,
        "count": count,
        "is_current": wanted.state == key,
    }


@leader
def province_adoptions(request: LeaderRequest) -> HttpResponse:
    """Unit × model, or a list; both as a file too."""
    now, wanted, office = timezone.now(), Wanted.read(request.GET), request.office
    rows = visible(office).order_by("agency__sort_name", "reform__sort_name")
    found = wanted.narrow(rows, now)
    board = matrix(found, _units(office, wanted, found), now)
    asked = request.GET.get("dang", "")
    if asked in ("csv", "xlsx"):
        return _file(asked, office.agency, [one.name for one in board.reforms], board.cells())
    for one in found:
        one.left = lateness(one, now)  # type: ignore[attr-defined]  # for the list
    is_list = request.GET.get("xem") == "danh-sach"
    context = {
        "board": board, "found": Paginator(found, PER_PAGE).get_page(request.GET.get("page")) if is_list else found,
        "is_list": is_list, "wanted": wanted, "states": STATES.items(), "obligations": Obligation.choices, "office": office,
        "commune": office.commune, "directives": _named(rows, "directive_no"), "models": _models(rows), "total": len(found),
        "query": _query(request),
    }  # fmt: skip
    return render(request, "reforms/leader/adoptions.html", context)


def _units(office: Office, wanted: Wanted, found: Sequence[Adoption]) -> list[Agency]:
    """Every unit below where nothing is narrowed; else those with something to show."""
    concerned = {one.agency_id: one.agency for one in found}
    if any((wanted.state, wanted.obligation)) and found:
        return sorted(concerned.values(), key=lambda one: bytes(one.sort_name))
    below = (
        Agency.objects.inside(office.commune)
        if office.commune
        else Agency.objects.communes().filter(province=office.agency)
    )
    listed = list(below.order_by("sort_name"))
    return [*listed, *(unit for pk, unit in concerned.items() if pk not in {one.pk for one in listed})]


def _named(rows: Any, column: str) -> list[str]:
    return sorted({value for value in rows.order_by().values_list(column, flat=True) if value})


def _models(rows: Any) -> list[tuple[str, str]]:
    return sorted(set(rows.order_by().values_list("reform__code", "reform__name")), key=lambda pair: str(pair[1]))


def _query(request: LeaderRequest) -> str:
    kept = request.GET.copy()
    for name in ("dang", "xem", "page"):
        kept.pop(name, None)
    return kept.urlencode()


def _file(kind: str, agency: Agency, names: list[str], cells: Any) -> HttpResponse:
    title = f"{agency.name}: áp dụng mô hình"
    return as_table(f"ap-dung-mo-hinh_{agency.code}.{kind}", title, ["Đơn vị", *names], cells)


@officer
def submit(request: OfficerRequest, pk: int) -> HttpResponse:
    """The plan has a page of its own."""
    return redirect("reforms:adopt", find(request.office, pk).reform.code)


@leader
def answer_difficulty(request: LeaderRequest, pk: int) -> HttpResponse:
    noted = get_object_or_404(Difficulty.objects.select_related("adoption__agency"), pk=pk)
    one = find(request.office, noted.adoption_id)
    reason = why_not(request.office, "answer_difficulty", one)
    if reason:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"answer": noted.answer})

    def act() -> None:
        actions.answer_difficulty(noted, answer=form.cleaned_data["answer"], by=request.user, now=timezone.now())

    if press(request, form, act):
        return redirect("reforms:province_adoption", one.pk)
    back = reverse("reforms:province_adoption", args=[one.pk])
    context = {
        "form": form,
        "title": "Trả lời khó khăn",
        "subject": noted.text,
        "back_to": back,
        "commune": request.office.commune,
    }
    return render(request, "reforms/officer/answer.html", context)


@leader
def head(request: LeaderRequest, username: str) -> HttpResponse:
    """What was asked of, explained by and decided about the head of a unit (S3.45)."""
    person = get_object_or_404(User, username=username, is_staff_member=True)
    rows = Explanation.objects.filter(head=person, adoption__in=visible(request.office)).select_related(
        "adoption__reform", "adoption__agency", "by", "ruled_by"
    )
    if not rows.exists():
        raise Http404
    context = {"person": person, "explanations": rows, "commune": request.office.commune}
    return render(request, "reforms/leader/head.html", context)
