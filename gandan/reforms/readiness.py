"""Is the commune ready for a model? Each check of a package, looked up in what the platform knows; what it cannot know, it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gandan.catalog.models import LimitKind, ProcedureVersion
from gandan.core.vietnamese import WEEKDAYS
from gandan.dossiers.same_day import days_of
from gandan.people.models import Assignment, Role
from gandan.places.models import Agency
from gandan.places.working import Unit
from gandan.programmes.kinds import kind_named
from gandan.programmes.parameters import Limits, Procedures, Roster, Weekdays

from .packages import Package

READY, MISSING, UNKNOWN = "done", "soon", ""
USUAL = ("procedures", "staff", "leader_roster")


@dataclass(frozen=True)
class Check:
    """One line before the button: `state` is the look of its pill (done, soon, or "" where nobody can know)."""

    label: str
    state: str
    note: str


@dataclass(frozen=True)
class Asked:
    """What the checks look at."""

    package: Package
    commune: Agency
    today: date

    def values(self, kind: type) -> list[Any]:
        """The values of every parameter of one type in the package."""
        return [
            setting.parameters[one.key]
            for setting in self.package.programmes
            for one in kind_named(setting.kind).parameters
            if isinstance(one, kind) and setting.parameters.get(one.key)
        ]


def readiness(package: Package, commune: Agency, today: date) -> list[Check]:
    """Every check the package names, in its order; without any, the usual ones."""
    asked = Asked(package, commune, today)
    return [CHECKS[name](asked) if name in CHECKS else _unknown(name) for name in package.checks or USUAL]


def _unknown(name: str) -> Check:
    return Check(name.replace("_", " ").capitalize(), UNKNOWN, "Xã tự kiểm tra")


def _versions(asked: Asked) -> list[ProcedureVersion]:
    """Procedures in force that the model speaks of: those it names, else those whose limit fits, else all."""
    rows = list(ProcedureVersion.objects.in_force(asked.today).with_facts().with_form_mark())
    codes = {code for value in [*asked.values(Procedures), *asked.values(Limits)] for code in value}
    if codes:
        return [one for one in rows if one.procedure.code in codes]
    longest = max(
        (number for one in asked.package.programmes for number in one.parameters.get("limits") or ()), default=0
    )
    return [one for one in rows if not longest or _days(one, asked.commune) <= longest]


def _days(version: ProcedureVersion, commune: Agency) -> float:
    """The ordinary statutory limit in days, a same-day one 0; without a limit, longer than any rule."""
    limit = version.limit(LimitKind.STATUTORY, commune)
    if limit is None:
        return float("inf")
    days = days_of(limit.count, Unit(limit.unit))
    return float("inf") if days is None else days


def _procedures(asked: Asked) -> Check:
    named = {code for value in [*asked.values(Procedures), *asked.values(Limits)] for code in value}
    found = {one.procedure.code for one in _versions(asked)}
    label = f"{len(found)} thủ tục đã có quy trình"
    if missing := len(named - found):
        return Check(label, MISSING, f"Thiếu {missing}")
    return Check(label, READY, "Đạt") if found else Check("Thủ tục có quy trình", MISSING, "Chưa có")


def _forms(asked: Asked) -> Check:
    rows = _versions(asked)
    lacking = sum(1 for one in rows if not getattr(one, "has_form", False))
    label = "Tờ khai điện tử của các thủ tục"
    return (
        Check(label, MISSING, f"Thiếu {lacking} trên {len(rows)}")
        if lacking or not rows
        else Check(label, READY, "Đạt")
    )


def _held(asked: Asked, *roles: str) -> int:
    """People with one of the roles in the commune today."""
    held = Assignment.objects.on(asked.today).filter(
        agency__commune=asked.commune, role__in=roles, user__is_active=True
    )
    return held.values("user").distinct().count()


def _staff(asked: Asked) -> Check:
    at_counter, at_work = _held(asked, Role.RECEPTION), _held(asked, Role.SPECIALIST)
    label = "Cán bộ tiếp nhận và chuyên viên"
    lacking = [words for words, count in (("tiếp nhận", at_counter), ("chuyên viên", at_work)) if not count]
    return Check(label, MISSING, f"Chưa có {' và '.join(lacking)}") if lacking else Check(label, READY, "Đạt")


def _police(asked: Asked) -> Check:
    label = "Công an xã tham gia"
    held = Assignment.objects.on(asked.today).filter(
        agency__commune=asked.commune, agency__part="cong_an", role=Role.PARTNER, user__is_active=True
    )
    return Check(label, READY, "Đạt") if held.exists() else Check(label, MISSING, "Chưa có tài khoản")


def _leader_roster(asked: Asked) -> Check:
    """Someone who signs is there on every day of the model: by its roster, else by having a leader at all."""
    days = sorted({day for value in asked.values(Weekdays) for day in value})
    label = f"Lãnh đạo trực ký {', '.join(WEEKDAYS[day] for day in days)}".strip()
    rosters: list[Mapping[str, Any]] = asked.values(Roster)
    free = [day for day in days if rosters and not any(roster.get(str(day)) for roster in rosters)]
    if free:
        return Check(label, MISSING, f"Còn trống {', '.join(WEEKDAYS[day] for day in free)}")
    return Check(label, READY, "Đạt") if _held(asked, Role.LEADER) else Check(label, MISSING, "Chưa có lãnh đạo")


def _signing(asked: Asked) -> Check:
    label = "Lãnh đạo ký tại chỗ"
    return Check(label, READY, "Đạt") if _held(asked, Role.LEADER) else Check(label, MISSING, "Chưa có lãnh đạo")


def _agreement(asked: Asked) -> Check:
    return Check("Văn bản thống nhất của cấp trên", UNKNOWN, "Ghi số khi duyệt")


CHECKS: dict[str, Callable[[Asked], Check]] = {
    "procedures": _procedures, "forms": _forms, "staff": _staff, "police": _police, "leader_roster": _leader_roster,
    "signing": _signing, "agreement": _agreement,
}  # fmt: skip


def made_words(package: Package) -> str:
    """What the press of the button makes: “1 chương trình, 2 văn bản mẫu”."""
    notices = [one for one in package.texts if one.kind in ("notice", "leaflet", "post")]
    parts = [
        (len(package.programmes), "chương trình"), (len(notices), "thông báo mẫu"),
        (len(package.texts) - len(notices), "văn bản mẫu"), (len(package.forms), "biểu mẫu"),
    ]  # fmt: skip
    return ", ".join(f"{count} {words}" for count, words in parts if count)


def start_of(package: Package, today: date) -> date:
    """The first coming day on which the model's programmes run; tomorrow at the earliest."""
    kinds = [(kind_named(one.kind), one.parameters) for one in package.programmes]
    week = [today + timedelta(days=ahead) for ahead in range(1, 8)]
    return next((day for day in week if any(kind.runs_on(kind.clean(given), day) for kind, given in kinds)), week[0])
