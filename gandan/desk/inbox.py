"""The list of open dossiers of a commune: which rows, in which order, how many under each chip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils.timezone import localtime, make_aware

from gandan.dossiers.models import Channel, Dossier, Leg, LegStatus, Seen, UnderProgramme
from gandan.dossiers.remaining import Remainder, remainder
from gandan.dossiers.workflow import BEFORE_SETTLING, WITH_CITIZEN, Status
from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency, AgencyKind
from gandan.programmes.running import terms_of

PAGE = 25
MOST_PAGES = 200
OPEN = Q(status__in=[str(one) for one in BEFORE_SETTLING])
RUNNING = Q(status__in=[str(Status.RECEIVED), str(Status.PROCESSING)])
SHOWN = (
    "pk", "code", "commune_id", "agency_id", "applicant_name", "status", "due_at", "receive_by", "submitted_at", "close_on",
    "clock766_due_at", "clock_started_at", "settled_at", "changed_at", "channel", "is_provisional", "holder__full_name",
    "holder__username", "procedure__short_name", "procedure__code",
)  # fmt: skip
ORDERS = {
    "": ("group", "moment", "pk"),
    "han": ("moment", "pk"),
    "moi": ("-submitted_at", "pk"),
    "nguoi-nop": ("applicant_name", "pk"),
    "thu-tuc": ("procedure__sort_name", "moment", "pk"),
}
CHIPS = {
    "": "Tất cả",
    "moi-nop": "Mới nộp",
    "tre": "Trễ",
    "hom-nay": "Đến hạn hôm nay",
    "cho-cong-dan": "Chờ công dân",
    "cho-tra": "Đã xong chờ trả",
}
MINE, NOBODYS, OTHERS = 0, 1, 2
GROUPS = {MINE: "Của tôi", NOBODYS: "Chưa ai nhận", OTHERS: "Người khác đang giữ"}


@dataclass(frozen=True)
class Asked:
    """What the address asks for: chip, filters, order, page."""

    chip: str
    order: str
    page: int
    filters: dict[str, str]

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Asked:
        page = query.get("page", "1")
        names = ("linh-vuc", "thu-tuc", "kenh", "nguoi-giu")
        return cls(
            chip=query.get("loc", "") if query.get("loc") in CHIPS else "",
            order=query.get("xep", "") if query.get("xep") in ORDERS else "",
            page=min(MOST_PAGES, int(page)) if page.isdigit() and page != "0" else 1,
            filters={name: query[name] for name in names if query.get(name)},
        )


def end_of(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.max))


def chip_filter(chip: str, now: datetime) -> Q:
    """The rows under a chip."""
    conditions = {
        "moi-nop": Q(status=Status.REGISTERED),
        "tre": _late(now),
        "hom-nay": RUNNING & Q(due_at__gte=now, due_at__lte=end_of(now.date())),
        "cho-cong-dan": Q(status__in=[str(one) for one in WITH_CITIZEN]),
        "cho-tra": Q(status=Status.SETTLED),
    }
    return conditions.get(chip, OPEN)


def _late(now: datetime) -> Q:
    return (RUNNING & Q(due_at__lt=now)) | Q(status=Status.REGISTERED, receive_by__lt=now)


def counts(commune: Agency, now: datetime, me: User) -> dict[str, int]:
    """Dossiers under each chip, mine and the soonest to receive: one statement over the open ones, one over those to return."""
    open_ones = Dossier.objects.of(commune).filter(OPEN)
    found: dict[str, int] = open_ones.aggregate(
        all=Count("pk"),
        moi_nop=Count("pk", filter=chip_filter("moi-nop", now)),
        tre=Count("pk", filter=chip_filter("tre", now)),
        hom_nay=Count("pk", filter=chip_filter("hom-nay", now)),
        cho_cong_dan=Count("pk", filter=chip_filter("cho-cong-dan", now)),
        mine=Count("pk", filter=Q(holder=me)),
        nobodys=Count("pk", filter=Q(holder=None)),
        to_receive=Count("pk", filter=Q(status=Status.REGISTERED, receive_by__gte=now)),
    )
    found["cho_tra"] = Dossier.objects.of(commune).filter(status=Status.SETTLED).count()
    return found


def listed(office: Office, asked: Asked, now: datetime) -> QuerySet[Dossier]:
    """The rows asked for, with the group they stand in and the moment they are sorted by."""
    assert office.commune is not None
    rows = (
        Dossier.objects.of(office.commune)
        .filter(chip_filter(asked.chip, now))
        .filter(_narrowed(asked.filters, office.user))
    )
    group = Case(
        When(holder=office.user, then=Value(MINE)), When(holder=None, then=Value(NOBODYS)), default=Value(OTHERS),
        output_field=IntegerField(),
    )  # fmt: skip
    waiting = When(status__in=[str(one) for one in WITH_CITIZEN], then=F("close_on"))
    moment = Coalesce(Case(waiting), "due_at", "receive_by", "submitted_at")
    return rows.annotate(group=group, moment=moment).order_by(*ORDERS[asked.order])


def _narrowed(filters: Mapping[str, str], me: User) -> Q:
    columns = {"linh-vuc": "procedure__field", "thu-tuc": "procedure__code", "kenh": "channel"}
    wanted = Q(**{columns[name]: value for name, value in filters.items() if name in columns})
    holder = filters.get("nguoi-giu", "")
    if holder == "toi":
        return wanted & Q(holder=me)
    if holder == "chua":
        return wanted & Q(holder=None)
    return wanted & Q(holder=int(holder)) if holder.isdigit() else wanted


class Counted(Paginator):  # type: ignore[type-arg]  # generic only in the stubs
    """Pages whose number of rows is known already, so that nobody counts a million rows again."""

    def __init__(self, rows: QuerySet[Dossier], known: int | None) -> None:
        super().__init__(rows, PAGE)
        if known is not None:
            self.count = known


@dataclass(frozen=True)
class Row:
    """One line of the list, ready to show."""

    dossier: Dossier
    group: str
    moment: datetime
    left: Remainder | None
    step: str
    look: str
    is_unread: bool
    beside: str
    programmes: str = ""

    @property
    def number(self) -> str:
        """Day and sequence: what is said across a desk; the agency's identifier is the same for all."""
        return "-".join(self.dossier.code.rsplit("-", 2)[1:])


def rows_of(dossiers: list[Dossier], office: Office, now: datetime) -> list[Row]:
    """Two statements for the whole page: legs at work, and what this person has seen; a third where programmes ran."""
    keys = [one.pk for one in dossiers]
    working: dict[int, list[Leg]] = {}
    running = Leg.objects.filter(dossier__in=keys, status=LegStatus.RUNNING).select_related("agency")
    for leg in running.only("dossier", "name", "agency__name", "agency__kind"):
        working.setdefault(leg.dossier_id, []).append(leg)
    seen = dict(Seen.objects.filter(user=office.user, dossier__in=keys).values_list("dossier", "at"))
    marked = programmes_of(keys, office)
    return [
        replace(_row(one, office, working.get(one.pk, []), seen.get(one.pk), now), programmes=marked.get(one.pk, ""))
        for one in dossiers
    ]


def programmes_of(keys: list[int], office: Office) -> dict[int, str]:
    """Names of the programmes each dossier still stands under."""
    assert office.commune is not None
    if not terms_of(office.commune):
        return {}
    marks = UnderProgramme.objects.filter(dossier__in=keys, fell_back_at__isnull=True).order_by("pk")
    names: dict[int, list[str]] = {}
    for key, name in marks.values_list("dossier", "programme__name"):
        names.setdefault(key, []).append(name)
    return {key: ", ".join(told) for key, told in names.items()}


def _row(one: Dossier, office: Office, legs: list[Leg], seen_at: datetime | None, now: datetime) -> Row:
    assert office.commune is not None
    moment = localtime(one.moment)  # type: ignore[attr-defined]  # annotated
    left = None
    if one.status not in (*WITH_CITIZEN, Status.SETTLED):
        left = remainder(moment, one.clock_started_at or one.submitted_at, now, calendar_of(office.commune))
    look = "late" if left and left.look == "late" else one.look
    group = GROUPS[one.group]  # type: ignore[attr-defined]  # annotated
    is_unread = seen_at is None or seen_at < one.changed_at
    return Row(one, group, moment, left, _step(one, legs), look, is_unread, _beside(one, office, now))


def _step(one: Dossier, legs: list[Leg]) -> str:
    """The work being done here, or the agencies it is waited for from."""
    if one.status in WITH_CITIZEN:
        return one.status_label()
    elsewhere = [leg.agency.name for leg in legs if leg.agency.kind == AgencyKind.PARTNER]
    if elsewhere:
        return f"Đợi {', '.join(elsewhere)}"
    return ", ".join(leg.name for leg in legs) or one.status_label()


def _beside(one: Dossier, office: Office, now: datetime) -> str:
    """The clock of QĐ 766 when it says another moment than the one promised."""
    due, other = one.due_at, one.clock766_due_at
    if due is None or other is None or due == other or one.status in (*WITH_CITIZEN, Status.SETTLED):
        return ""
    assert office.commune is not None
    started = one.clock_started_at or one.submitted_at
    return f"766: {remainder(other, started, now, calendar_of(office.commune)).words}"


def choices(commune: Agency) -> dict[str, list[tuple[str, str]]]:
    """What the filters offer, from the open dossiers themselves (one statement)."""
    found = (
        Dossier.objects.of(commune).filter(OPEN).order_by()
        .values_list("procedure__field", "procedure__code", "procedure__short_name", "holder", "holder__full_name")
        .distinct()[:2000]
    )  # fmt: skip
    facts: list[tuple[Any, ...]] = list(found)
    return {
        "linh-vuc": sorted({(field, field) for field, *_ in facts}),
        "thu-tuc": sorted({(code, name) for _, code, name, *_ in facts}, key=lambda pair: pair[1]),
        "kenh": [(str(value), str(label)) for value, label in Channel.choices],
        "nguoi-giu": [
            ("toi", "Tôi"),
            ("chua", "Chưa ai nhận"),
            *sorted({(str(holder), name) for *_, holder, name in facts if holder}, key=lambda pair: pair[1]),
        ],
    }
