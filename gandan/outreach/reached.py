"""How a list stands: coverage, hamlets, people, leaflets. Plain querysets for the pages; names only to who may see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from gandan.core.vietnamese import fold, mask_id
from gandan.people.offices import Office

from .matching import REVIEW
from .models import LeafletRound, ListedPerson, Listing
from .workflow import FINAL, PersonStatus

HEADS = (
    "Họ tên",
    "Ngày sinh",
    "Số định danh",
    "Khu dân cư",
    "Địa chỉ",
    "Điện thoại",
    "Nội dung",
    "Người phụ trách",
    "Tình trạng",
    "Lý do",
)
ENDED = Count("pk", filter=Q(status__in=FINAL))


@dataclass(frozen=True)
class Cover:
    """Of so many people, so many have a final state."""

    people: int
    ended: int
    by_status: list[tuple[str, int]]

    @property
    def missed(self) -> int:
        return self.people - self.ended

    @property
    def percent(self) -> float | None:
        return 100 * self.ended / self.people if self.people else None


def _people(listing: Listing, office: Office, today: date) -> QuerySet[ListedPerson]:
    return ListedPerson.objects.seen_by(office).of_today(today).filter(listing=listing)


def cover(listing: Listing, office: Office, today: date) -> Cover:
    rows = _people(listing, office, today).order_by().values("status").annotate(n=Count("pk"))
    told = {row["status"]: row["n"] for row in rows}
    ended = sum(told.get(str(one), 0) for one in FINAL)
    return Cover(sum(told.values()), ended, [(str(one.label), told[one]) for one in PersonStatus if one in told])


@dataclass(frozen=True)
class ListLine:
    listing: Listing
    cover: Cover


def lines(office: Office, today: date) -> list[ListLine]:
    """Open lists first, the newest on top."""
    rows = Listing.objects.seen_by(office).order_by(F("closed_at").desc(nulls_first=True), "-made_at")[:100]
    return [ListLine(one, cover(one, office, today)) for one in rows]


def by_hamlet(listing: Listing, office: Office, today: date) -> list[dict[str, Any]]:
    """Each hamlet with its head, people, ended, given (to somebody, `charge`), left; those of an unknown hamlet last."""
    rows = _people(listing, office, today).order_by()
    told = rows.values("hamlet", "hamlet__kind", "hamlet__name", "hamlet__head_name").annotate(
        people=Count("pk"),
        ended=ENDED,
        given=Count("pk", filter=~Q(status=PersonStatus.FOUND)),
        charge=Max("head_name"),
    )
    found = told.order_by(F("hamlet__sort_name").asc(nulls_last=True))
    return [dict(row, key=str(row["hamlet"] or 0), left=row["people"] - row["ended"]) for row in found]


def open_people(listing: Listing, office: Office, query: Mapping[str, str], today: date) -> QuerySet[ListedPerson]:
    """Who has no final state yet, of the hamlet asked for; who must be looked at again first is left out."""
    return chosen(listing, office, {"khu": query.get("khu", "")}, today).exclude(status__in=FINAL).exclude(match=REVIEW)


def chosen(listing: Listing, office: Office, query: Mapping[str, str], today: date) -> QuerySet[ListedPerson]:
    rows = _people(listing, office, today).select_related("hamlet", "assigned_to")
    chip, words = query.get("loc", ""), fold(query.get("q", ""))
    rows = rows.filter(_of_hamlet(query))
    if chip in CHIPS:
        rows = rows.filter(CHIPS[chip][1])
    rows = rows.filter(folded__contains=words) if words else rows
    return rows.order_by(F("hamlet__sort_name").asc(nulls_last=True), "folded", "pk")


def _of_hamlet(query: Mapping[str, str]) -> Q:
    """`khu`: the key of a hamlet, 0 where it is not known; anything else: all."""
    hamlet = query.get("khu", "")
    if not hamlet.isdigit():
        return Q()
    return Q(hamlet=int(hamlet)) if int(hamlet) else Q(hamlet__isnull=True)


CHIPS: dict[str, tuple[str, Q]] = {
    "": ("Tất cả", Q()),
    "chua-giao": ("Chưa giao", Q(status=PersonStatus.FOUND)),
    "dang-den": ("Đang liên hệ", Q(status__in=(PersonStatus.ASSIGNED, PersonStatus.CONTACTED))),
    "xem-lai": ("Cần xem lại", Q(match=REVIEW)),
    "xong": ("Có kết quả cuối", Q(status__in=FINAL)),
}


def chips(listing: Listing, office: Office, query: Mapping[str, str], today: date) -> list[dict[str, Any]]:
    counts = {f"c{place}": Count("pk", filter=rule) for place, (_, rule) in enumerate(CHIPS.values())}
    told = _people(listing, office, today).filter(_of_hamlet(query)).aggregate(**counts)
    current, hamlet = query.get("loc", ""), query.get("khu", "")
    kept = f"khu={hamlet}&" if hamlet.isdigit() else ""
    return [
        {"href": f"?{kept}loc={name}", "label": label, "count": told[f"c{place}"], "is_current": name == current}
        for place, (name, (label, _)) in enumerate(CHIPS.items())
    ]


def coming(listing: Listing, today: date) -> list[date]:
    """The days on which further people turn the age, soonest first."""
    ahead = listing.people.filter(eligible_from__gt=today).order_by("eligible_from")
    return [day for day in ahead.values_list("eligible_from", flat=True) if day]


def row_of(one: ListedPerson) -> tuple[str, ...]:
    """For the sheet of the hamlet head: the number masked, the address and telephone in full, as he must go there."""
    return (
        one.name, f"{one.born_on:%d/%m/%Y}" if one.born_on else "", mask_id(one.id_number) if one.id_number else "",
        str(one.hamlet or one.hamlet_name), one.address, one.phone, one.matter, one.head_name, one.status_label(), one.reason,
    )  # fmt: skip


@dataclass(frozen=True)
class RoundLine:
    given: LeafletRound
    delivered: int

    @property
    def percent(self) -> float:
        return 100 * self.delivered / self.given.households

    @property
    def left(self) -> int:
        return self.given.households - self.delivered


def rounds(listing: Listing) -> list[RoundLine]:
    """Delivered in the round, and later to a household that was missed."""
    later = dict(
        listing.people.filter(status=PersonStatus.SERVED)
        .order_by()
        .values("hamlet")
        .annotate(n=Count("pk"))
        .values_list("hamlet", "n")
    )
    found = listing.rounds.select_related("hamlet").order_by("hamlet__sort_name")
    return [RoundLine(one, one.delivered + later.get(one.hamlet_id, 0)) for one in found]
