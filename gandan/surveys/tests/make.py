"""Plain makers of surveys: a commune that asks after every result, people who work there. Monday 23/11/2026."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.workflow import Status
from gandan.people.models import Role, User
from gandan.people.tests.make import citizen, other_commune, province, signed_in, staff
from gandan.places.models import Agency, Hamlet
from gandan.programmes.actions import Switch, switch_on
from gandan.surveys import actions, shipped
from gandan.surveys.models import Consultation, Invitation, PaperBatch, Questionnaire, Survey, SurveyKind
from gandan.surveys.rules import KIND

__all__ = ["citizen", "other_commune", "province", "signed_in", "staff"]

NOW = dossiers.MONDAY
TODAY = NOW.date()
OFFICER, DRAFTS = "/can-bo/khao-sat/", "/can-bo/tham-van/"
GOOD, MEETS, BELOW = 2, 1, 0


def at(days: int = 0, hours: float = 0) -> datetime:
    return NOW + timedelta(days=days, hours=hours)


def commune() -> Agency:
    return dossiers.commune()


def _person(username: str, name: str, role: str, of: Agency | None = None) -> User:
    return User.objects.filter(username=username).first() or staff(
        username, role, agency=of or commune(), full_name=name
    )


def minh() -> User:
    """Receives and returns at the counter."""
    return _person("minh", "Nguyễn Văn Minh", Role.RECEPTION)


def tam() -> User:
    """Another officer, who keeps surveys."""
    return _person("tam", "Đỗ Thị Tâm", Role.CLERK)


def hoa() -> User:
    return _person("hoa", "Trần Thị Hoa", Role.LEADER)


def binh() -> User:
    """Leads in another commune."""
    return _person("binh", "Lê Văn Bình", Role.LEADER, other_commune())


def questionnaire(code: str = shipped.AFTER_RESULT) -> Questionnaire:
    actions.set_up_questionnaires(now=NOW)
    return Questionnaire.objects.get(code=code, agency=None)


def survey(
    kind: str = SurveyKind.RESIDENTS, code: str = shipped.SIX_CONTENTS, *, of: Agency | None = None, **more: Any
) -> Survey:  # fmt: skip
    """Open."""
    facts = {"title": "Người dân đánh giá 2026", "opens_on": TODAY, "closes_on": TODAY + timedelta(days=30), **more}
    plan = actions.Plan(questionnaire(code), kind, **facts)
    made = actions.plan_survey(of or commune(), plan, by=tam() if of is None else None, now=NOW)
    actions.open_survey(made, by=None, now=NOW)
    return made


def programme(**parameters: Any) -> None:
    """From today on every result is followed by an invitation."""
    switch = Switch(kind=KIND, agency=commune(), name="Mời đánh giá", parameters=parameters, since=TODAY)
    switch_on(switch, by=hoa(), now=NOW)


def returned(*, owner: User | None = None) -> Dossier:
    """A dossier with its result returned by anh Minh."""
    known = dossiers.version() if not Dossier.objects.exists() else Dossier.objects.all()[0].version
    return dossiers.dossier(Status.RETURNED, of=known, owner=owner)


def invited(*, owner: User | None = None) -> Invitation:
    """An invitation after a result."""
    if not Survey.objects.filter(kind=SurveyKind.AFTER_RESULT).exists():
        programme()
    found = actions.invite_rating(returned(owner=owner), officer=minh(), now=NOW)
    assert found is not None
    return found


def invitation(of: Survey, **more: Any) -> Invitation:
    facts = {"unit": of.agency, "expires_on": of.closes_on or TODAY, **more}
    return Invitation.objects.create(survey=of, **facts)


def given(level: int = 1, comment: str = "", of: Questionnaire | None = None) -> actions.Given:
    """Every scale of the questionnaire answered at one place."""
    asked = of or questionnaire(shipped.SIX_CONTENTS)
    marks = {one.number: min(level, len(one.words) - 1) for one in asked.questions.all() if not one.is_text}
    words = {one.number: comment for one in asked.questions.all() if one.is_text and comment}
    return actions.Given(marks, words)


def replies(of: Survey, counts: Mapping[int, int], *, now: datetime = NOW) -> None:
    """So many answered at each level."""
    for level, count in counts.items():
        for _ in range(count):
            actions.answer(invitation(of), given(level, of=of.questionnaire), now=now)


def hamlets(count: int = 8) -> list[Hamlet]:
    return [Hamlet.objects.create(commune=commune(), name=f"Số {number}") for number in range(1, count + 1)]


def typed(of: Survey, numbers: range, level: int = 1) -> PaperBatch:
    sheets = {number: given(level, of=of.questionnaire) for number in numbers}
    return actions.type_batch(of, sheets, by=minh(), now=NOW)


def consultation(*, opens_on: date = TODAY, days: int = 30, is_open: bool = True) -> Consultation:
    draft = actions.Draft(
        "Mở rộng đường thôn Ngọc Lâm", "Đường rộng 3 m thành 5 m, làm trong quý I.", opens_on,
        opens_on + timedelta(days=days - 1), questions=("Có nên mở rộng lên 5 m không?",),
    )  # fmt: skip
    made = actions.plan_consultation(commune(), draft, by=tam(), now=NOW)
    if is_open:
        actions.open_consultation(made, by=tam(), now=NOW)
    return made


def spoken(of: Consultation, text: str = "Nên chừa rãnh thoát nước", *, number: int = 1) -> None:
    person = citizen(f"Người {number}", phone=f"09870{number:05d}")
    actions.give_opinion(of, actions.Words({0: "agree"}, text), citizen=person, now=NOW)
