"""What was said in a consultation, read for pages and files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet

from gandan.core.tables import Cell

from .models import Consultation, OpinionGroup

HEADS = ("Nhóm ý kiến", "Kết luận", "Tiếp thu, giải trình", "Nguồn", "Ý kiến (đã che thông tin riêng)")
STANCES = {"agree": "Đồng ý", "partly": "Đồng ý một phần", "disagree": "Không đồng ý"}


def groups_of(consultation: Consultation) -> QuerySet[OpinionGroup]:
    """Groups that hold opinions, with `count`."""
    rows = consultation.groups.annotate(count=Count("opinions")).filter(count__gt=0).order_by("-count", "pk")
    return rows.prefetch_related("opinions")


def stances_of(consultation: Consultation) -> list[dict[str, Any]]:
    """Question by question: how many agree, agree in part, do not. One statement."""
    told = list(consultation.opinions.values_list("stances", flat=True))
    lines = []
    for place, question in enumerate(consultation.questions):
        given = [one[str(place)] for one in told if str(place) in one]
        lines.append({
            "question": question, "n": len(given), "counts": [(word, given.count(key)) for key, word in STANCES.items()],
        })  # fmt: skip
    return lines


def rows_of(consultation: Consultation) -> Iterator[tuple[Cell, ...]]:
    """One line an opinion."""
    for one in consultation.opinions.select_related("group").order_by("group", "pk"):
        group = one.group
        yield (
            group.title if group else "", group.get_stance_display() if group and group.stance else "",
            group.answer if group else "", one.get_source_display(), one.text,
        )  # fmt: skip
