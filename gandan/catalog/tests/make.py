"""Plain makers of the catalogue for tests. Everything happens on Monday 23/11/2026."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Max

from gandan.catalog.drafts import Facts, FeeDraft, LimitDraft
from gandan.catalog.models import Fee, FormDefinition, Procedure, ProcedureVersion, TimeLimit
from gandan.places.deadlines import Unit

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TODAY = NOW.date()
CODE = "1.001193"
STEPS: list[dict[str, Any]] = [
    {"key": "child", "title": "Bé", "fields": [{"key": "child_name", "label": "Họ, chữ đệm và tên của bé"}]}
]
PAPERS = [
    {"key": "birth_proof", "name": "Giấy chứng sinh"},
    {"key": "authorisation", "name": "Văn bản ủy quyền", "group": "when", "when": "Nhờ người khác đi làm thay"},
]


def version(code: str = CODE, short_name: str = "Đăng ký khai sinh", **facts: Any) -> ProcedureVersion:
    """A published version with a declaration and without times and fees."""
    procedure, _ = Procedure.objects.get_or_create(
        code=code,
        defaults={
            "name": f"Thủ tục {short_name.lower()}",
            "short_name": short_name,
            "field": "Hộ tịch",
            "handled_by": "ubnd_xa",
        },
    )
    last = procedure.versions.aggregate(last=Max("number"))["last"] or 0
    facts = {
        "components": PAPERS,
        "channels": ["counter", "online"],
        "is_published": True,
        "valid_from": date(2025, 7, 1),
    } | facts
    made = ProcedureVersion.objects.create(procedure=procedure, number=last + 1, **facts)
    FormDefinition.objects.create(version=made, steps=STEPS)
    return made


def limit(of: ProcedureVersion, count: int = 3, **facts: Any) -> TimeLimit:
    return TimeLimit.objects.create(version=of, count=count, unit=facts.pop("unit", "working_day"), **facts)


def fee(of: ProcedureVersion, amount: int | None = None, **facts: Any) -> Fee:
    return Fee.objects.create(version=of, amount=amount, channels=facts.pop("channels", ["counter", "online"]), **facts)


def confirmed_limit(count: int = 5, **more: Any) -> LimitDraft:
    given: dict[str, Any] = {
        "unit": Unit.WORKING_DAY,
        "source": "Quyết định 163/QĐ-BTP",
        "source_on": date(2026, 7, 1),
    } | more
    return LimitDraft(count=count, **given)


def confirmed_fee(amount: int | None = 8000, **more: Any) -> FeeDraft:
    given: dict[str, Any] = {
        "channels": ("counter",),
        "source": "Nghị quyết 12/2026/NQ-HĐND",
        "source_on": date(2026, 7, 1),
    } | more
    return FeeDraft(amount=amount, **given)


def facts(**more: Any) -> Facts:
    given: dict[str, Any] = {
        "summary": "Cho con của công dân Việt Nam.", "decision_no": "999/QĐ-BTP", "issuer": "Bộ Tư pháp",
        "source": "Quyết định 999/QĐ-BTP", "checked_on": TODAY, "channels": ("counter",), "components": PAPERS,
        "not_needed": [], "results": [{"code": "", "name": "Giấy khai sinh"}], "legal_basis": [], "on_the_spot": True,
    }  # fmt: skip
    return Facts(**(given | more))


def row(code: str = "1.000001", **more: Any) -> dict[str, Any]:
    """A line of an export of the portal, without faults."""
    given: dict[str, Any] = {
        "code": code, "name": "Thủ tục xác nhận việc làm thử", "field": "Việc làm", "issuer": "Bộ Nội vụ",
        "decision_no": "10/QĐ-BNV", "handled_by": "ubnd_xa", "target": "Công dân Việt Nam",
        "methods": [{"channel": "Trực tiếp", "time_raw": "5 ngày làm việc", "time_value": 5, "time_unit": "working_day",
                     "fee_raw": "", "note": ""}],
        "components": [{"group": "", "name": "Đơn đề nghị", "originals": 1, "copies": 0, "form": "", "is_note": False}],
        "legal_basis": [], "results": [], "flags": [], "sources": [{"snapshot": "2026-07"}],
    }  # fmt: skip
    return given | more


def method(**more: Any) -> dict[str, Any]:
    return {**row()["methods"][0], **more}


def lines(*rows: dict[str, Any] | str) -> list[str]:
    return [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in rows]
