"""Help given, counted: by kind, field, member, month; dossiers helped beside the others. Plain querysets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from gandan.dossiers.models import Channel, Dossier
from gandan.places.models import Agency

from .models import Support, SupportKind

KINDS: dict[str, str] = {str(one): str(one.label) for one in SupportKind}
UNKNOWN = "chưa ghi"


def within(commune: Agency, since: datetime, until: datetime) -> QuerySet[Support]:
    return Support.objects.filter(commune=commune, at__gte=since, at__lt=until)


@dataclass(frozen=True)
class Line:
    """A row of the table of kind × field."""

    label: str
    counts: list[int]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Crossed:
    heads: list[str]
    lines: list[Line]


def by_kind_and_field(rows: QuerySet[Support]) -> Crossed:
    """Only kinds and fields that occur."""
    found = {
        (row["kind"], row["procedure__field"] or UNKNOWN): row["n"]
        for row in rows.order_by().values("kind", "procedure__field").annotate(n=Count("pk"))
    }
    fields = sorted({field for _, field in found}, key=lambda field: (field == UNKNOWN, field))
    kinds = [kind for kind in KINDS if any(one == kind for one, _ in found)]
    return Crossed(fields, [Line(KINDS[kind], [found.get((kind, field), 0) for field in fields]) for kind in kinds])


def results(rows: QuerySet[Support]) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """Kind, how many done, and why the others were not (“cần đến công an xã”: 3)."""
    told: dict[str, tuple[int, list[tuple[str, int]]]] = {}
    for row in rows.order_by("kind", "why_not").values("kind", "is_done", "why_not").annotate(n=Count("pk")):
        done, left = told.get(row["kind"], (0, []))
        told[row["kind"]] = (done + row["n"], left) if row["is_done"] else (done, [*left, (row["why_not"], row["n"])])
    return [(KINDS[kind], done, left) for kind, (done, left) in told.items()]


def by_member(rows: QuerySet[Support]) -> list[tuple[str, int]]:
    told = rows.order_by().values("member__name").annotate(n=Count("pk")).order_by("-n", "member__name")
    return [(row["member__name"] or UNKNOWN, row["n"]) for row in told]


@dataclass(frozen=True)
class Share:
    """Part of a whole; without a whole there is no share."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        return 100 * self.part / self.whole if self.whole else None


@dataclass(frozen=True)
class Compared:
    """Dossiers received in the days: helped and others returned for a supplement; online ones with help (S0.9)."""

    helped: Share
    others: Share
    online: Share


def compared(commune: Agency, since: datetime, until: datetime) -> Compared:
    """One statement. A dossier counts as helped when a help was logged with it."""
    helped, returned, online = Q(is_helped=True), Q(supplement_count__gt=0), Q(channel=Channel.ONLINE)
    told = (
        Dossier.objects.filter(commune=commune, received_at__gte=since, received_at__lt=until)
        .annotate(is_helped=Exists(Support.objects.filter(dossier=OuterRef("pk"), is_done=True)))
        .aggregate(
            helped=Count("pk", filter=helped), helped_back=Count("pk", filter=helped & returned),
            others=Count("pk", filter=~helped), others_back=Count("pk", filter=~helped & returned),
            online=Count("pk", filter=online), online_helped=Count("pk", filter=online & helped),
        )
    )  # fmt: skip
    return Compared(
        Share(told["helped_back"], told["helped"]), Share(told["others_back"], told["others"]),
        Share(told["online_helped"], told["online"]),
    )  # fmt: skip
