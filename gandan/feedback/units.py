"""Who does what: the unit of a category, the handler of a dossier and the leader above them. Reads only."""

from __future__ import annotations

from datetime import date

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.people.models import Assignment, Role, User
from gandan.places.models import Agency

from .categories import POLICE_PART, category_named
from .models import CategoryUnit


def unit_for(agency: Agency, category: str) -> tuple[Agency, User | None]:
    """The leading unit and its person: named by the commune for the category or the one above it, else by its part."""
    known = category_named(category)
    named = {one.category: one for one in CategoryUnit.objects.filter(
        agency=agency, category__in=(known.code, known.top)).select_related("unit", "person")}  # fmt: skip
    found = named.get(known.code) or named.get(known.top)
    if found:
        return found.unit, found.person
    return part_of(agency, known.part) or agency, None


def part_of(agency: Agency, part: str) -> Agency | None:
    return Agency.objects.inside(agency).filter(part=part).first()


def police_of(agency: Agency) -> Agency:
    found = part_of(agency, POLICE_PART)
    if found is None:
        raise RuleBroken("Xã chưa ghi Công an xã trong danh sách cơ quan. Nhờ quản trị thêm, và gọi ngay Công an xã.")
    return found


def leader_of(agency: Agency, today: date, *, other_than: User | None = None) -> User | None:
    """The leader of the unit, else of the commune above it."""
    for where in (agency.pk, agency.commune_id):
        leading = Assignment.objects.on(today).filter(agency=where, role=Role.LEADER).values("user")
        rows = User.objects.filter(is_active=True, pk__in=leading)
        found = rows.exclude(pk=other_than.pk if other_than else 0).order_by("pk").first()
        if found:
            return found
    return None


def handler_of(dossier: Dossier) -> tuple[Agency, User | None]:
    """Where the dossier lies and who holds it."""
    leg = dossier.legs.filter(status="running").select_related("agency").order_by("stage", "pk").first()
    unit = leg.agency if leg else dossier.agency
    return unit, dossier.holder
