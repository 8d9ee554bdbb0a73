"""Who judges: the own papers without names, the mark sheet, the scores of the final."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime

from gandan.contests import actions
from gandan.contests.forms import number_of
from gandan.contests.models import Contest, Entry, Judge, MarkSheet, Part, PartKind, PartScore, Stage
from gandan.contests.ways import address
from gandan.contests.workflow import ContestStatus
from gandan.ui.views.files import kept_file

from .doors import StaffRequest, on


def papers(request: StaffRequest) -> HttpResponse:
    """“Bài chấm của tôi”: open ones first; and the finals at which the person sits."""
    mine = MarkSheet.objects.filter(judge__user=request.user).select_related("entry__contest")
    sheets = list(mine.order_by("submitted_at", "entry__contest", "entry__number"))
    finals = Contest.objects.filter(
        judges__user=request.user, status__in=(ContestStatus.PUBLISHED, ContestStatus.FINAL)
    )
    waiting = [one for one in sheets if one.submitted_at is None]
    facts = {"waiting": waiting, "done": [one for one in sheets if one.submitted_at], "finals": finals}
    return render(request, "contests/papers.html", facts)


def _own(request: StaffRequest, pk: int) -> MarkSheet:
    """Only the judge's own sheet; whose the paper is, is not read at all."""
    rows = MarkSheet.objects.select_related("entry__contest", "judge").defer(
        "entry__author", "entry__agency", "entry__team"
    )
    return get_object_or_404(rows, pk=pk, judge__user=request.user)


def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """Read the paper, give points, save or submit."""
    one = _own(request, pk)
    criteria = one.entry.contest.criteria
    if request.method == "POST":
        points, wrong = _points(request, criteria)
        comment = request.POST.get("comment", "")
        if wrong:
            messages.error(request, f"Điểm của tiêu chí “{wrong}” phải là số. Chưa lưu.")
        elif "submit" in request.POST:
            actions.submit_sheet(one, points=points, comment=comment, by=request.user, now=localtime())
            return on(request, f"Đã nộp phiếu chấm bài số {one.entry.number}.", "papers")
        else:
            actions.save_sheet(one, points=points, comment=comment, by=request.user, now=localtime())
            return on(request, "Đã lưu nháp. Phiếu chưa nộp.", "sheet", pk)
        typed = {key: request.POST.get(key, "") for key in (row["key"] for row in criteria)}
        return _show(request, one, typed, comment)
    return _show(request, one, one.points, one.comment)


def _points(request: StaffRequest, criteria: list[dict[str, Any]]) -> tuple[dict[str, float], str]:
    """Points by criterion, and the name of the first that is no number."""
    points = {}
    for one in criteria:
        typed = request.POST.get(one["key"], "").strip()
        if not typed:
            continue
        try:
            points[one["key"]] = number_of(typed)
        except ValueError:
            return {}, str(one["name"])
    return points, ""


def _show(request: StaffRequest, sheet: MarkSheet, given: dict[str, Any], comment: str) -> HttpResponse:
    rows = [{**one, "given": given.get(one["key"], "")} for one in sheet.entry.contest.criteria]
    following = (
        MarkSheet.objects.filter(judge=sheet.judge, submitted_at=None).exclude(pk=sheet.pk).order_by("entry__number")
    )
    facts = {
        "sheet": sheet, "entry": sheet.entry, "rows": rows, "comment": comment, "next": following.first(),
        "is_open": sheet.submitted_at is None and sheet.entry.contest.status == ContestStatus.MARKING,
    }  # fmt: skip
    return render(request, "contests/sheet.html", facts)


def sheet_file(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The file of the paper under its number, never under its own name."""
    one = _own(request, pk)
    ending = str(one.entry.file.name).rsplit(".", 1)[-1]
    return kept_file(one.entry.file, f"bai-so-{one.entry.number}.{ending}", is_shown=True)


def score(request: StaffRequest, pk: int) -> HttpResponse:
    """Points of the teams, one live part at a time; own unit left out."""
    judge = get_object_or_404(Judge.objects.select_related("contest__organiser", "unit"), contest=pk, user=request.user)
    contest = judge.contest
    if contest.status not in (
        ContestStatus.PUBLISHED,
        ContestStatus.FINAL,
        ContestStatus.SCORED,
        ContestStatus.AWARDED,
    ):
        raise Http404
    parts = list(contest.parts.filter(stage=Stage.FINAL, kind=PartKind.LIVE))
    teams = list(contest.entries.in_final().select_related("agency").order_by("number"))
    for team in teams:
        team.contest = contest
    if request.method == "POST":
        part = next((one for one in parts if str(one.pk) == request.POST.get("part")), None)
        chosen = next((one for one in teams if str(one.pk) == request.POST.get("team")), None)
        if part is None or chosen is None:
            raise Http404
        _give(request, part, chosen)
        return redirect(address(request.path, "score", pk))
    given = {(one.part_id, one.entry_id): one.points for one in PartScore.objects.filter(judge=judge)}
    rows = [
        {"team": team, "may": judge.may_judge(team), "cells": [(part, given.get((part.pk, team.pk))) for part in parts]}
        for team in teams
    ]
    return render(
        request,
        "contests/score.html",
        {"contest": contest, "parts": parts, "rows": rows, "is_open": contest.status == "final"},
    )


def _give(request: StaffRequest, part: Part, team: Entry) -> None:
    try:
        points = number_of(request.POST.get("points", ""))
    except ValueError:
        messages.error(request, "Điểm phải là số từ 0 đến 100.")
        return
    actions.score_part(part, team, points=points, by=request.user, now=localtime())
    messages.success(request, f"Đã ghi {points:g} điểm phần “{part}” cho {team.called}.")
