"""Plain makers for the stories of replication: a province, its communes, models, directives."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from gandan.people.models import Role, User
from gandan.people.tests.make import NOW, commune, division, other_commune, partner, province, signed_in, staff
from gandan.places.models import Agency
from gandan.reforms.models import Reform
from gandan.reforms.workflow import Status
from gandan.replication import actions
from gandan.replication.models import Directive
from gandan.tasks.deadlines import until_end_of

__all__ = [
    "NOW", "at", "binh", "chain_models", "commune", "directive", "division", "hien", "hoa", "issued", "letter", "minh",
    "moment", "other_commune", "partner", "province", "reform", "signed_in", "staff", "wards",
]  # fmt: skip


def at(days: float) -> datetime:
    return NOW + timedelta(days=days)


def moment(text: str) -> datetime:
    """“2025-10-09 09:00”, Vietnamese time."""
    return datetime.fromisoformat(f"{text}+07:00")


def _person(username: str, role: str, agency: Agency, full_name: str) -> User:
    found = User.objects.filter(username=username).first()
    return found or staff(username, role, agency=agency, full_name=full_name)


def hien() -> User:
    """Of the province, who follows the communes."""
    return _person("hien", str(Role.OVERSIGHT), province(), "Ngô Thị Hiền")


def hoa() -> User:
    """Leads xã Chí Minh."""
    return _person("hoa", str(Role.LEADER), commune(), "Phạm Thị Hoa")


def minh() -> User:
    """At the Centre of xã Chí Minh."""
    centre = division(commune(), "center", "Trung tâm Phục vụ hành chính công")
    return _person("minh", str(Role.SPECIALIST), centre, "Nguyễn Văn Minh")


def binh() -> User:
    """Leads another commune."""
    return _person("binh", str(Role.LEADER), other_commune(), "Trần Văn Bình")


def reform(code: str = "ngay-thu-nam-khong-hen", name: str = "Ngày thứ năm không hẹn", **more: Any) -> Reform:
    known = {"summary": name, "status": Status.RECOGNISED, "made_at": NOW, "changed_at": NOW}
    return Reform.objects.filter(code=code).first() or Reform.objects.create(code=code, name=name, **{**known, **more})


def chain_models(chain: str, key: str) -> list[Reform]:
    """Models a shipped directive names, by code alone."""
    from gandan.replication.chains import told

    codes = [code for one in told(chain, key)["designations"] for code in one["reforms"]]
    return [reform(code, code.replace("-", " ")) for code in codes]


def wards(count: int = 15) -> list[Agency]:
    return [commune(f"2690{number:02}", f"Phường {number}") for number in range(1, count + 1)]


def letter(number: str = "12/KH-UBND", *, on: date | None = None, **more: Any) -> actions.Letter:
    known: dict[str, Any] = {"groups": ("communes",)}
    return actions.Letter(
        number=number, issued_on=on or NOW.date(), subject="Nhân rộng mô hình hiệu quả", **{**known, **more}
    )


def directive(*, issuer: Agency | None = None, by: User | None = None, now: datetime = NOW, **more: Any) -> Directive:
    """A draft of the province to its communes."""
    return actions.draft_directive(letter(**more), issuer=issuer or province(), by=by or hien(), now=now)


def issued(*, due_in: int = 10, obligation: str = "mandatory", of: Reform | None = None, **more: Any) -> Directive:
    """Issued by the province: one model for all its communes, one clause for them."""
    made = directive(**more)
    due_on = (NOW + timedelta(days=due_in)).date()
    actions.designate(
        made, designating=actions.Designating(
            reforms=(of or reform(),), obligation=obligation, due_on=due_on, groups=("communes",)
        ), by=hien(), now=NOW,
    )  # fmt: skip
    words = actions.ClauseWords(number="1", title="Lập tổ tư vấn ở khu phố", due_on=due_on, groups=("communes",))
    actions.add_clause(made, words=words, by=hien(), now=NOW)
    actions.issue(made, by=hien(), now=NOW)
    assert made.issued_at is not None
    assert until_end_of(due_on) > NOW
    return made
