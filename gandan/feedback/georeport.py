"""Open311 GeoReport v2: the documents of the specification from our rows, as XML and JSON (the Spark convention). Pure.

Facts: wiki.open311.org/GeoReport_v2 (frozen). Names of people never appear; the text is the published one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.timezone import localtime

from .categories import Category, categories, top_categories
from .models import Feedback
from .workflow import OPEN, Status

SPECIFICATION, CHANGED = "http://wiki.open311.org/GeoReport_v2", "2026-11-23T00:00:00+07:00"
TYPES = {"xml": "text/xml; charset=utf-8", "json": "application/json; charset=utf-8"}
OPEN_WORD, CLOSED_WORD = "open", "closed"
SPAN_DAYS, MOST = 90, 1000
LONGEST = 4000
HELD_BACK = "Nội dung đang chờ cán bộ xem, chưa công khai."
Row = Mapping[str, Any]


def moment(at: datetime | None) -> str | None:
    return localtime(at).isoformat(timespec="seconds") if at else None


def service_row(one: Category) -> Row:
    top = categories()[one.top]
    return {
        "service_code": one.code, "service_name": one.name,
        "description": f"{top.name}: {one.name}" if one.parent else one.name,
        "metadata": False, "type": "realtime", "keywords": ", ".join(dict.fromkeys((one.name.lower(), top.name.lower()))),
        "group": top.name,
    }  # fmt: skip


def service_rows() -> list[Row]:
    return [service_row(one) for top in top_categories() for one in categories().values() if one.top == top.code]


def request_row(one: Feedback, unit: str, address: str, photo: str) -> Row:
    """`unit`: who leads, "" while nobody does; `address`: the place without personal data; `photo`: address of a public photo."""
    is_open = one.status in OPEN
    due = one.promise_due_at or one.answer_by
    return {
        "service_request_id": one.code, "status": OPEN_WORD if is_open else CLOSED_WORD, "status_notes": _notes(one),
        "service_name": one.known_category.name, "service_code": one.known_category.code,
        "description": (one.public_text if one.is_public else HELD_BACK)[:LONGEST],
        "agency_responsible": unit or str(one.agency), "service_notice": notice(one), "requested_datetime": moment(one.received_at),
        "updated_datetime": moment(updated_at(one)), "expected_datetime": moment(due), "address": address or None,
        "address_id": None, "zipcode": None, "lat": _rounded(one.latitude), "long": _rounded(one.longitude),
        "media_url": photo or None,
    }  # fmt: skip


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, 4)


def _notes(one: Feedback) -> str:
    if one.status in OPEN and one.stuck_reason:
        return f"{one.public_status}. Đang chờ: {one.stuck_reason}"
    return one.public_answer if one.is_public and one.public_answer else one.public_status


def notice(one: Feedback) -> str:
    """Both limits, apart from each other."""
    own = (
        f"Xã trả lời trước {localtime(one.promise_due_at):%H:%M %d/%m/%Y} (cam kết của xã). "
        if one.promise_due_at
        else ""
    )
    law = f"Hạn quốc gia: {localtime(one.answer_by):%H:%M %d/%m/%Y} (Quyết định 766/QĐ-TTg)." if one.answer_by else ""
    return (own + law).strip()


def updated_at(one: Feedback) -> datetime:
    """The last thing that happened; of a closed one, when it was closed."""
    if one.status in (Status.PASSED, Status.REFUSED) and one.turned_away_at:
        return one.turned_away_at
    told = (
        one.received_at,
        one.screened_at,
        one.proposed_at,
        one.directed_at,
        one.resolved_at,
        one.reopened_at,
        one.stuck_since,
    )
    last = max(at for at in told if at)
    return one.answered_at or last


def errors(rows: Iterable[tuple[int, str]]) -> list[Row]:
    return [{"code": code, "description": words} for code, words in rows]


def discovery(url: str, contact: str) -> Row:
    endpoint = {
        "specification": SPECIFICATION, "url": url, "changeset": CHANGED, "type": "production",
        "formats": ["text/xml", "application/json"],
    }  # fmt: skip
    return {
        "changeset": CHANGED, "contact": contact, "key_service": contact, "max_requests": MOST, "endpoints": [endpoint],
    }  # fmt: skip


def written(kind: str, root: str, item: str, body: list[Row] | Row) -> bytes:
    """In the format asked for. In JSON the root falls away; a list keeps being a list."""
    if kind == "json":
        return json.dumps(body, ensure_ascii=False).encode()
    top = Element(root)
    if isinstance(body, Mapping):
        _fill(top, body)
    else:
        for row in body:
            _fill(SubElement(top, item), row)
    body_of: str = tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body_of}'.encode()


SINGULAR = {"endpoints": "endpoint", "formats": "format", "attributes": "attribute"}


def _fill(parent: Element, row: Row) -> None:
    for name, value in row.items():
        child = SubElement(parent, name)
        if isinstance(value, list):
            for one in value:
                part = SubElement(child, SINGULAR[name])
                if isinstance(one, Mapping):
                    _fill(part, one)
                else:
                    part.text = str(one)
        elif value is not None:
            child.text = str(value).lower() if isinstance(value, bool) else _plain(str(value))


def _plain(text: str) -> str:
    """Without the control signs XML forbids."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")
