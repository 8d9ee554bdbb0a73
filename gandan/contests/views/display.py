"""The board in the hall of the final."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localtime

from gandan.contests.models import Contest, Stage
from gandan.contests.results import finalists_of, mark_of_part, total_of
from gandan.contests.workflow import ContestStatus
from gandan.people.access import PublicRequest, display

LIVE = (ContestStatus.PUBLISHED, ContestStatus.FINAL)


@display
def scoreboard(request: PublicRequest, key: str) -> HttpResponse:
    """Teams with their marks of each part and the total so far, best on top. Teams and units only, no names of people."""
    contest = get_object_or_404(Contest.objects.select_related("organiser"), key=key)
    parts = list(contest.parts.filter(stage=Stage.FINAL))
    teams = finalists_of(contest) if contest.is_known else []
    totals = {team.pk: total_of(parts, team) for team in teams}
    if contest.status in LIVE:
        teams.sort(key=lambda team: (-(totals[team.pk] or 0.0), team.number or 0))
    else:
        teams.sort(key=lambda team: team.final_rank or 0)
    rows = [
        {"team": team, "marks": [mark_of_part(part, team) for part in parts], "total": totals[team.pk]}
        for team in teams
    ]
    facts = {"contest": contest, "parts": parts, "rows": rows, "now": localtime(), "is_live": contest.status in LIVE}
    return render(request, "contests/scoreboard.html", facts)
