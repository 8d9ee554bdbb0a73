"""Plain makers of campaigns and contests. Everything happens in the week of Monday 23/11/2026."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from gandan.contests import actions
from gandan.contests.eligibility import Person
from gandan.contests.models import Campaign, Contest, Entry, Judge, MarkSheet, Part, Stage
from gandan.dossiers.tests.make import MONDAY, commune, leader, officer
from gandan.people.models import Role, User
from gandan.places.models import Agency, AgencyKind

__all__ = ["MONDAY", "TODAY", "commune", "leader", "officer"]

TODAY = MONDAY.date()
LATER = MONDAY + timedelta(days=40)
YOUNG = date(1996, 5, 1)


def divisions(count: int, of: Agency | None = None) -> list[Agency]:
    """Phòng 1, Phòng 2 … of a commune."""
    top = of or commune()
    return [
        Agency.objects.get_or_create(
            code=f"{top.code}-p{number}",
            defaults={
                "name": f"Phòng số {number}", "kind": AgencyKind.DIVISION, "part": f"p{number}", "parent": top,
                "commune": top, "province": top.province,
            },
        )[0]
        for number in range(1, count + 1)
    ]  # fmt: skip


def oversight(province: Agency | None = None) -> User:
    """Somebody of the province."""
    return officer("sonoivu", str(Role.OVERSIGHT), agency=province or commune().province)


def staff(username: str, agency: Agency) -> User:
    return User.objects.filter(username=username).first() or officer(username, str(Role.SPECIALIST), agency=agency)


def hoa() -> User:
    """Leads xã Chí Minh."""
    return User.objects.filter(username="hoa").first() or leader()


FACTS = actions.CampaignFacts(
    name="Thi đua chào mừng năm mới 2019 và 89 năm ngày thành lập Đảng", starts_on=TODAY - timedelta(days=30),
    ends_on=TODAY + timedelta(days=30), basis="KH 251/KH-UBND ngày 26/10/2018",
    banner="Năm đột phá cải cách hành chính và thực hiện thắng lợi Nghị quyết số 54/2017/QH14 của Quốc hội",
)  # fmt: skip
PROMISE = actions.Promise("Trả đúng hạn từ 95%", 95.0, measure="on_time_rate")
DECISION = actions.Decision("31/QĐ-UBND", TODAY)


def campaign(*, is_open: bool = True, organiser: Agency | None = None, **more: Any) -> Campaign:
    made = actions.save_campaign(replace(FACTS, **more), organiser=organiser or commune(), by=hoa(), now=MONDAY)
    if is_open:
        actions.open_registration(made, by=hoa(), now=MONDAY)
    return made


PERSON = Person("Lê Thị Xuân", YOUNG, "Công chức")
QUESTIONS = tuple(
    actions.QuestionFacts("Cải cách hành chính", f"Câu hỏi số {number}?", ("Đúng", "Sai", "Không rõ"), 0)
    for number in range(1, 9)
)


def facts(**more: Any) -> actions.ContestFacts:
    usual: dict[str, Any] = {
        "name": "Hội thi Mô hình, sáng kiến cải cách hành chính của công chức, viên chức trẻ", "year": 2026,
        "closes_at": MONDAY + timedelta(days=5), "oldest": 35,
    }  # fmt: skip
    return actions.ContestFacts(**{**usual, **more})


def contest(**more: Any) -> Contest:
    """A contest of xã Chí Minh that receives entries."""
    made = actions.save_contest(facts(**more), organiser=commune(), by=hoa(), now=MONDAY)
    actions.open_contest(made, by=hoa(), now=MONDAY)
    return made


def paper(title: str = "Trả kết quả tại thôn", *people: Person, **more: Any) -> actions.Paper:
    return actions.Paper(title, "Nêu vấn đề, cách làm và kết quả.", people or (PERSON,), **more)


def entry(of: Contest, author: User, *, at: datetime = MONDAY, title: str = "Trả kết quả tại thôn") -> Entry:
    assert author.agency is not None
    return actions.enter(of, paper(title), agency=author.agency, by=author, now=at)


def judges(of: Contest, count: int = 3) -> list[Judge]:
    """Judges from the commune itself, no entrant's unit."""
    people = [staff(f"giamkhao{number}", commune()) for number in range(1, count + 1)]
    return [actions.add_judge(of, user=one, by=hoa(), now=MONDAY) for one in people]


def marking(entries: int = 2, *, count: int = 3, **more: Any) -> Contest:
    """A contest whose papers lie with the judges: one entry each of as many divisions."""
    made = contest(**more)
    judges(made, count)
    for number, unit in enumerate(divisions(entries), start=1):
        entry(made, staff(f"thisinh{number}", unit), at=MONDAY + timedelta(minutes=number), title=f"Mô hình {number}")
    actions.close_entries(made, by=hoa(), now=MONDAY)
    for one in made.entries.all():
        actions.check_entry(one, is_eligible=True, by=hoa(), now=MONDAY)
    actions.start_marking(made, by=hoa(), now=MONDAY)
    return made


def points(total: float) -> dict[str, float]:
    """Marks of the usual criteria that sum up to `total`."""
    share = total / 100
    return {
        "need": 20 * share,
        "novelty": 20 * share,
        "effect": 30 * share,
        "practice": 20 * share,
        "writing": 10 * share,
    }


def submit(sheet: MarkSheet, total: float) -> None:
    actions.submit_sheet(sheet, points=points(total), by=sheet.judge.user, now=MONDAY)


def open_sheets(of: Contest) -> Iterable[MarkSheet]:
    rows = MarkSheet.objects.filter(entry__contest=of, submitted_at=None)
    return rows.select_related("judge__user", "entry").order_by("entry__number", "order")


def marked(entries: int = 4, **more: Any) -> Contest:
    """All papers marked: the later an entry came, the less it has."""
    made = marking(entries, **more)
    for sheet in open_sheets(made):
        submit(sheet, 90 - 5 * (int(sheet.entry.title.split()[-1]) - 1))
    return made


LIVE = (
    actions.PartPlan("Bài dự thi", 100, "paper", Stage.PRELIMINARY), actions.PartPlan("Chào hỏi", 20),
    actions.PartPlan("Kiến thức", 40), actions.PartPlan("Sáng kiến", 40),
)  # fmt: skip


def published(entries: int = 4, **more: Any) -> Contest:
    made = marked(entries, **{"finalists": 3, "parts": LIVE, **more})
    actions.shortlist(made, by=hoa(), now=MONDAY)
    actions.publish(made, by=hoa(), now=MONDAY)
    return made


def final(entries: int = 4, **more: Any) -> Contest:
    made = published(entries, **more)
    actions.start_final(made, by=hoa(), now=MONDAY)
    return made


def score_all(of: Contest) -> None:
    """Every judge gives every team of the final marks that fall with its rank in the preliminary round."""
    for part in Part.objects.filter(contest=of, stage=Stage.FINAL, kind="live").select_related("contest"):
        for team in Entry.objects.filter(contest=of, is_finalist=True):
            for judge in of.judges.select_related("user"):
                value = 95.0 - 5 * (team.preliminary_rank or 0)
                actions.score_part(part, team, points=value, by=judge.user, now=MONDAY)
