"""What the demonstration shows of letters: one of each state, two contributors, the greeting of the next holiday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from gandan.letters import actions
from gandan.letters.models import ContributionKind, Letter, LetterKind, Way
from gandan.letters.programmes import GREETINGS, LETTERS
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.actions import Switch, switch_on

GIFTS = (
    ("Ông Vũ Văn Đức", ContributionKind.GOODS, "hiến 120 m² đất mở rộng đường thôn Ngọc Lâm", 60_000_000),
    ("Công ty Ánh Dương", ContributionKind.GOODS, "tặng 12 bộ bàn ghế cho nhà văn hóa thôn", 36_000_000),
)
CONGRATULATED = ("Lê Văn An và Đỗ Thị Bình", "Phạm Quang Huy và Vũ Thị Hồng")


def tell(commune: Agency, people: Mapping[str, User], *, now: datetime) -> None:
    """Through the real actions, in the last days; the same every time."""
    clerk, leader = people["vanthu"], people["lanhdao"]
    names = {LETTERS: "Thư của xã", GREETINGS: "Lời chúc ngày lễ"}
    values: dict[str, dict[str, object]] = {LETTERS: {}, GREETINGS: {"ahead": 40}}
    for kind, name in names.items():
        since = now.date()
        switch_on(
            Switch(kind=kind, agency=commune, name=name, parameters=values[kind], since=since), by=leader, now=now
        )
    for days, couple in enumerate(CONGRATULATED, start=1):
        draft = actions.Draft(LetterKind.MARRIAGE, couple, {"hai_ben": couple})
        _sign(actions.draft_letter(commune, draft, by=None, now=now - timedelta(days=days + 1)), clerk, leader, now)
    first = Letter.objects.filter(commune=commune, kind=LetterKind.MARRIAGE).earliest("pk")
    actions.deliver_letter(first, actions.Handing(Way.CEREMONY, "Phó Chủ tịch"), by=clerk, now=now)
    mourned = actions.Draft(LetterKind.CONDOLENCE, "gia đình ông Bùi Văn Thắng", {"nguoi_mat": "cụ Bùi Văn Thọ"})
    actions.present_letter(
        actions.draft_letter(commune, mourned, by=clerk, now=now), is_checked=True, by=clerk, now=now
    )  # fmt: skip
    for giver, kind, what, value in GIFTS:
        gift = actions.Gift(giver, kind, what, (now - timedelta(days=3)).date(), value)
        actions.register_contribution(commune, gift, by=clerk, now=now)
    actions.plan_greetings(commune, by=None, now=now)


def _sign(letter: Letter, clerk: User, leader: User, now: datetime) -> None:
    actions.present_letter(letter, is_checked=True, by=clerk, now=now - timedelta(hours=5))
    actions.sign_letter(letter, by=leader, now=now - timedelta(hours=4))
