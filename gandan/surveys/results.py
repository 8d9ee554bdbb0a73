"""The results of a survey read from its replies: three statements, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Count, F, Func, Q

from gandan.programmes.models import Programme

from .models import Channel, OfficerTally, Reply, Survey
from .shares import share
from .summarising import Group, as_json, group_rows, question_rows
from .verdicts import GOOD, MEETS

PER_QUESTION = """
SELECT told.key::int, told.value::int, count(*) FROM surveys_reply, jsonb_each_text(answers) AS told
WHERE survey_id = %s GROUP BY 1, 2
"""
FORMAT = 1


def counts_of(survey: Survey) -> dict[int, dict[int, int]]:
    """Question number → place of the word → replies."""
    found: dict[int, dict[int, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(PER_QUESTION, [survey.pk])
        for number, place, count in cursor.fetchall():
            found.setdefault(number, {})[place] = count
    return found


def _groups(survey: Survey, path: Any, say: Callable[[Any], str]) -> list[Group]:
    rows = Reply.objects.filter(survey=survey, verdict__isnull=False).annotate(part=path).values("part")
    told = rows.annotate(
        n=Count("pk"), passed=Count("pk", filter=Q(verdict__gte=MEETS)), good=Count("pk", filter=Q(verdict__gte=GOOD))
    )
    return [Group(say(one["part"]), one["n"], one["passed"], one["good"]) for one in told.order_by("-n", "part")]


def _of_programmes(survey: Survey) -> list[Group]:
    """By the programme that was used; a reply under two counts in both."""
    names = dict(Programme.objects.filter(agency__in=survey.agency.line).values_list("pk", "name"))
    each = Func(F("programmes"), function="unnest")
    return _groups(survey, each, lambda part: names.get(part, f"Chương trình {part}"))


def summary_of(survey: Survey, *, now: datetime) -> dict[str, Any]:
    """Everything the pages and files show, as JSON. Provenance first: what was asked, of how many, by which way (R46)."""
    least, questions = survey.least, list(survey.questionnaire.questions.all())
    channels = _groups(survey, F("channel"), lambda part: Channel(part).label)
    judged, passed, good = (sum(getattr(one, name) for one in channels) for name in ("n", "passed", "good"))
    return {
        "format": FORMAT, "at": now.isoformat(), "least": least, "n": survey.replies.count(),
        "invited": survey.invitations.count(), "answered": survey.invitations.filter(is_used=True).count(),
        "questionnaire": survey.questionnaire.title, "version": survey.questionnaire.version,
        "source": survey.questionnaire.source, "words": _words_of(questions),
        "passed": as_json(share(passed, judged, least=least)), "good": as_json(share(good, judged, least=least)),
        "questions": question_rows([one for one in questions if not one.is_text], counts_of(survey), least=least),
        "units": group_rows(_groups(survey, F("unit__name"), lambda part: part or "Chưa rõ đơn vị"), least=least),
        "fields": group_rows(_groups(survey, F("field"), lambda part: part or "Không gắn lĩnh vực"), least=least),
        "programmes": group_rows(_of_programmes(survey), least=least, is_partition=False),
        "channels": group_rows(channels, least=least),
    }  # fmt: skip


def _words_of(questions: Iterable[Any]) -> dict[str, str]:
    """How the two thresholds are called: by the words of the overall question."""
    overall = next((one for one in questions if one.is_overall), None)
    if overall is None or overall.pass_at is None:
        return {"passed": "Đạt", "good": "Tốt"}
    good = overall.words[overall.good_at] if overall.good_at is not None else ""
    above = "" if overall.pass_at == len(overall.words) - 1 else " trở lên"
    return {"passed": f"{overall.words[overall.pass_at]}{above}", "good": good}


def shown_summary(survey: Survey, *, now: datetime) -> dict[str, Any]:
    """The kept table where there is one, else the table of this moment."""
    return survey.summary or summary_of(survey, now=now)


# --- Units side by side ---
def side_by_side(surveys: Iterable[Survey]) -> list[dict[str, Any]]:
    """One line a survey: unit, n, passed, good. One statement."""
    known = {one.pk: one for one in surveys}
    rows = Reply.objects.filter(survey__in=list(known), verdict__isnull=False).values("survey")
    told = rows.annotate(
        n=Count("pk"), passed=Count("pk", filter=Q(verdict__gte=MEETS)), good=Count("pk", filter=Q(verdict__gte=GOOD))
    )
    found = {row["survey"]: row for row in told}
    lines = []
    for pk, survey in known.items():
        row = found.get(pk, {"n": 0, "passed": 0, "good": 0})
        lines.append({
            "survey": survey, "n": row["n"], "passed": as_json(share(row["passed"], row["n"], least=survey.least)),
            "good": as_json(share(row["good"], row["n"], least=survey.least)),
        })  # fmt: skip
    return lines


def officer_rows(commune: Any, month: Any, *, least: int) -> list[dict[str, Any]]:
    """The attitude ratings of a month, for the leader of these officers only: mean of 1 to 5, or none below `least`."""
    rows = OfficerTally.objects.filter(agency=commune, month=month).select_related("officer__agency")
    return [
        {
            "officer": one.officer, "n": one.ratings,
            "mean": one.points / one.ratings if one.ratings >= least else None,
        }
        for one in sorted(rows, key=lambda row: bytes(row.officer.sort_name))
    ]  # fmt: skip
