"""31 papers, three judges, nine teams, three parts: the contest of 2018 with a fixed seed (S3.23)."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from gandan.contests import actions
from gandan.contests.models import Commendation, Contest, Entry, MarkSheet, Sitting

from . import make

pytestmark = pytest.mark.django_db


def test_thirty_one_papers_nine_teams_three_parts() -> None:
    random, hoa = Random(2018), make.hoa()
    contest = make.marking(31, count=5)
    assert MarkSheet.objects.count() == 62
    while sheets := list(make.open_sheets(contest)):
        for sheet in sheets:
            make.submit(sheet, random.randint(50, 95))
    thirds = MarkSheet.objects.filter(order=3).count()
    assert 0 < thirds < 31
    assert all(one.entry.author_id != one.judge.user_id for one in MarkSheet.objects.select_related("entry", "judge"))

    actions.shortlist(contest, by=hoa, now=make.MONDAY)
    teams = list(contest.entries.in_final().order_by("preliminary_rank"))
    assert [one.preliminary_rank for one in teams] == list(range(1, 10))
    rest = [one.preliminary or 0 for one in contest.entries.filter(is_finalist=False)]
    assert (teams[-1].preliminary or 0) >= max(rest)
    actions.publish(contest, by=hoa, now=make.MONDAY)
    actions.start_final(contest, by=hoa, now=make.MONDAY)

    actions.import_questions(make.QUESTIONS, owner=make.commune(), by=hoa, now=make.MONDAY)
    greet, knowledge, idea = contest.parts.filter(stage="final")
    assert [greet.weight, knowledge.weight, idea.weight] == [20, 40, 40]
    type(knowledge).objects.filter(pk=knowledge.pk).update(questions=8)
    for team in teams:
        knowledge.refresh_from_db()
        sat = actions.start_test(knowledge, team, by=team.author, now=make.MONDAY)
        right = {str(place): one["answer"] for place, one in enumerate(sat.paper) if random.random() < 0.8}
        actions.submit_test(sat, answers=right, by=team.author, now=make.MONDAY + timedelta(minutes=9))
        for part in (greet, idea):
            for judge in contest.judges.select_related("user"):
                actions.score_part(part, team, points=random.randint(60, 95), by=judge.user, now=make.MONDAY)
    actions.finish_final(contest, by=hoa, now=make.MONDAY)

    ranked = list(contest.entries.in_final().order_by("final_rank"))
    best = ranked[0]
    mean = {part: sum(one.points for one in best.scores.filter(part=part)) / 5 for part in (greet, idea)}
    mark = Sitting.objects.get(entry=best).mark
    assert mark is not None
    assert best.final == pytest.approx(0.2 * mean[greet] + 0.4 * mark + 0.4 * mean[idea])
    totals = [one.final or 0 for one in ranked]
    assert totals == sorted(totals, reverse=True)
    _prizes(contest, ranked[0])


def _prizes(contest: Contest, winner: Entry) -> None:
    actions.award(contest, make.DECISION, by=make.hoa(), now=make.MONDAY)
    prizes = list(Entry.objects.exclude(prize="").order_by("final_rank").values_list("prize", flat=True))
    assert prizes == ["Giải Nhất", "Giải Nhì", "Giải Ba"]
    assert Commendation.objects.filter(contest=contest, number="31/QĐ-UBND").count() == 3
    winner.refresh_from_db()
    assert winner.reform is not None
    assert winner.reform.status == "proposed"
    assert winner.reform.author == winner.author
    assert "Giải Nhất" in winner.reform.benefit
