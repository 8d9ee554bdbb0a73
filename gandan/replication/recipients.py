"""Which units a directive reaches: groups expanded over the tree of today, and who of their staff has read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from gandan.core.errors import RuleBroken
from gandan.people.models import User
from gandan.places.models import Agency, AgencyKind

from .groups import BY_CODE, label_of
from .models import Directive, ReadMark, Receipt


def below(issuer: Agency) -> Q:
    """Units a directive of the issuer may reach."""
    if issuer.commune_id is None:
        return Q(province=issuer.pk)
    return Q(commune=issuer.commune_id)


def expand(issuer: Agency, codes: Sequence[str], named: Iterable[Agency] = ()) -> list[Agency]:
    """Units of the groups and those named, each once, in Vietnamese order. A named unit outside the tree is refused."""
    wanted = Q(pk__in=[])
    for code in codes:
        if code not in BY_CODE:
            raise RuleBroken(f"Không có nhóm nơi nhận “{code}”. Chọn lại nhóm trong danh sách.")
        group = BY_CODE[code]
        wanted |= Q(kind=group.kind, **({"part": group.part} if group.part else {}))
    chosen = list(named)
    for agency in chosen:
        if not is_below(agency, issuer):
            raise RuleBroken(
                f"{agency.name} không còn thuộc {issuer.name_within}. "
                "Bỏ đơn vị này khỏi nơi nhận, hoặc chọn đơn vị kế tục."
            )
    found = Agency.objects.filter(below(issuer)).filter(wanted | Q(pk__in=[one.pk for one in chosen]))
    is_own = Q(pk=issuer.pk) & ~Q(pk__in=[one.pk for one in chosen])
    return list(found.exclude(is_own).order_by("kind", "sort_name", "pk"))


def is_below(agency: Agency, issuer: Agency) -> bool:
    if issuer.commune_id is None:
        return agency.province_id == issuer.pk and agency.pk != issuer.pk
    return agency.commune_id == issuer.commune_id


def empty_groups(issuer: Agency, codes: Sequence[str]) -> list[str]:
    """Labels of groups without any unit in the tree."""
    return [label_of(code) for code in codes if not expand(issuer, [code])]


@dataclass(frozen=True)
class Reading:
    """How many of a unit's staff have read a directive, and who has not."""

    agency: Agency
    staff: int
    read: int
    missing: list[str]

    @property
    def share(self) -> int | None:
        """In per cent; None where the unit has no accounts."""
        return round(100 * self.read / self.staff) if self.staff else None


def readings(directive: Directive, receipts: Iterable[Receipt]) -> list[Reading]:
    """One line a receipt, in its order. Two statements."""
    listed = list(receipts)
    agencies = [one.agency for one in listed]
    communes = [one.pk for one in agencies if one.kind == AgencyKind.COMMUNE]
    mine = Q(agency__in=[one.pk for one in agencies]) | (
        Q(agency__commune__in=communes) & ~Q(agency__kind=AgencyKind.PARTNER)
    )
    staff = list(
        User.objects.filter(mine, is_staff_member=True, is_active=True).select_related("agency").order_by("sort_name")
    )
    marks = ReadMark.objects.filter(directive=directive, user__in=[one.pk for one in staff])
    done = set(marks.values_list("user", flat=True))
    return [_reading(agency, staff, done) for agency in agencies]


def _reading(agency: Agency, staff: Sequence[User], done: set[int]) -> Reading:
    own = [one for one in staff if _belongs(one, agency)]
    return Reading(
        agency, len(own), sum(one.pk in done for one in own), [str(one) for one in own if one.pk not in done]
    )


def _belongs(person: User, agency: Agency) -> bool:
    if person.agency_id == agency.pk:
        return True
    place = person.agency
    is_partner = place is not None and place.kind == AgencyKind.PARTNER
    return agency.kind == AgencyKind.COMMUNE and place is not None and place.commune_id == agency.pk and not is_partner
