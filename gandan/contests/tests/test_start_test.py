"""A team sits a test once; the paper is drawn by seed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Entry, Part, Sitting
from gandan.core.errors import NotThisOffice, RuleBroken

from . import make

pytestmark = pytest.mark.django_db

PLAN = (
    actions.PartPlan("Bài dự thi", 60, "paper", "preliminary"),
    actions.PartPlan("Trắc nghiệm", 40, "test", "preliminary", questions=4, minutes=10), actions.PartPlan("Sáng kiến", 100),
)  # fmt: skip


def ready(bank: int = 8) -> tuple[Part, Entry]:
    contest = make.marking(2, parts=PLAN)
    actions.import_questions(make.QUESTIONS[:bank], owner=make.commune(), by=make.hoa(), now=make.MONDAY)
    return contest.parts.get(kind="test"), contest.entries.select_related("author")[0]


def test_it_works(client: Client, clock: Any) -> None:
    part, entry = ready()
    client.force_login(entry.author)
    answer = client.post(f"/can-bo/thi-dua/bai/{entry.pk}/trac-nghiem/?phan={part.pk}", follow=True)
    sitting = Sitting.objects.get()
    assert "Câu hỏi số" in answer.content.decode()
    assert sitting.ends_at - sitting.started_at == timedelta(minutes=10)


def test_started_twice_it_is_the_same_sitting() -> None:
    part, entry = ready()
    first = actions.start_test(part, entry, by=entry.author, now=make.MONDAY)
    again = actions.start_test(part, entry, by=entry.author, now=make.MONDAY + timedelta(minutes=5))
    assert (again.pk, again.started_at) == (first.pk, first.started_at)


def test_teams_draw_different_papers_but_always_the_same() -> None:
    part, entry = ready()
    other = Entry.objects.exclude(pk=entry.pk).select_related("author")[0]
    mine = actions.start_test(part, entry, by=entry.author, now=make.MONDAY)
    theirs = actions.start_test(part, other, by=other.author, now=make.MONDAY)
    assert mine.paper != theirs.paper
    mine.delete()
    assert (
        actions.start_test(part, entry, by=entry.author, now=make.MONDAY).paper
        == Sitting.objects.get(entry=entry).paper
    )


def test_not_somebody_elses_and_not_from_an_empty_bank() -> None:
    part, entry = ready(bank=3)
    with pytest.raises(NotThisOffice):
        actions.start_test(part, entry, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="3 câu"):
        actions.start_test(part, entry, by=entry.author, now=make.MONDAY)
