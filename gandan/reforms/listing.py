"""The list of models as a person asks for it: words, filters, order. Reads only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from gandan.core.vietnamese import fold
from gandan.places.models import Agency

from .models import Adoption, Reform, ReformDocument, ReformVersion
from .workflow import OPERATING, AdoptionStatus, Status

ORDERS = {
    "cntt": ("Công nghệ thông tin trước", ("-uses_it", "-has_package", "sort_name")),
    "ten": ("Tên", ("sort_name",)),
    "nam": ("Năm, mới trước", (F("year").desc(nulls_last=True), "sort_name")),
    "ap-dung": ("Nhiều đơn vị áp dụng", ("-adopters", "sort_name")),
}
NAMING = 3
"""A document is offered as a filter when it names at least so many models."""


@dataclass(frozen=True)
class Wanted:
    """What a person asked for; unknown values ask for nothing."""

    words: str = ""
    field: str = ""
    document: str = ""
    package: str = ""
    technology: bool = False
    level: str = ""
    status: str = ""
    order: str = "cntt"

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Wanted:
        text = {name: given.get(name, "").replace("\0", "").strip()[:120] for name in given}
        return cls(
            words=text.get("q", ""), field=text.get("linh-vuc", ""), document=text.get("van-ban", ""),
            package=text.get("goi", ""), technology=text.get("cntt", "") == "1", level=text.get("cap", ""),
            status=text.get("buoc", ""), order=text.get("xep", "") if text.get("xep", "") in ORDERS else "cntt",
        )  # fmt: skip

    @property
    def is_narrowed(self) -> bool:
        return any((self.words, self.field, self.document, self.package, self.technology, self.level, self.status))


def listed(wanted: Wanted, agency: Agency) -> QuerySet[Reform]:
    """Models this agency may see, with `adopters` (agencies where it runs now) and `has_package`."""
    models = Reform.objects.filter(pk__in=Reform.objects.seen_by(agency).values("pk"))
    models = models.exclude(status=Status.MERGED).select_related("owner", "parent")
    packaged = ReformVersion.objects.filter(reform=OuterRef("pk")).exclude(package={})
    running = Count("adoptions", filter=Q(adoptions__status__in=OPERATING))
    models = models.annotate(adopters=running, has_package=Exists(packaged))
    for condition in _conditions(wanted):
        models = models.filter(condition)
    return models.order_by(*ORDERS[wanted.order][1], "pk")


def _conditions(wanted: Wanted) -> list[Q]:
    naming = ReformDocument.objects.filter(reform=OuterRef("pk"), number=wanted.document)
    asked = [
        (wanted.field, Q(field=wanted.field)),
        (wanted.document, Q(Exists(naming))),
        (wanted.package == "co", Q(has_package=True)),
        (wanted.package == "chua", Q(has_package=False)),
        (wanted.technology, Q(uses_it=True)),
        (wanted.level, Q(level=wanted.level)),
        (wanted.status, Q(status=wanted.status)),
    ]
    words = [Q(folded__contains=word) | Q(owner__folded_name__contains=word) for word in fold(wanted.words).split()]
    return [*words, *(condition for is_asked, condition in asked if is_asked)]


def adopted_by(agency: Agency) -> dict[int, Adoption]:
    """What the agency does with each model, by id of the model; what has ended is left out."""
    rows = Adoption.objects.filter(agency=agency).exclude(status=AdoptionStatus.ENDED)
    return {one.reform_id: one for one in rows}


def fields_of(agency: Agency) -> list[str]:
    seen = Reform.objects.seen_by(agency).exclude(field="")
    return sorted(set(seen.values_list("field", flat=True)), key=fold)


def documents_of(agency: Agency) -> list[tuple[str, str]]:
    """Number and issuer of the documents that name several models, the newest first."""
    rows = ReformDocument.objects.filter(reform__in=Reform.objects.seen_by(agency).values("pk"))
    named = rows.values("number", "issuer", "issued_on").annotate(models=Count("reform", distinct=True))
    several = [one for one in named if one["models"] >= NAMING]
    return [
        (one["number"], one["issuer"]) for one in sorted(several, key=lambda one: str(one["issued_on"]), reverse=True)
    ]


def lines() -> list[dict[str, Any]]:
    """Every model of the registry for programs: code, name, owner, year, whether it has a package, status."""
    packaged = set(ReformVersion.objects.exclude(package={}).values_list("reform", flat=True))
    return [
        {
            "code": one.code, "name": one.name, "owner": one.owned_by, "year": one.year, "package": one.pk in packaged,
            "status": one.status,
        }
        for one in Reform.objects.in_registry().select_related("owner").order_by("code")
    ]  # fmt: skip
