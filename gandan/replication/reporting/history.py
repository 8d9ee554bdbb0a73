"""Reports of other places that ship with the product, rebuilt from the registry: a document's models with its declared figures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gandan.core.errors import RuleBroken
from gandan.reforms.models import Level, Reform, ReformDocument

from .modelling import declared_series, launch_lines, model_data

FOLDER = Path(__file__).resolve().parent / "data"


@cache
def shipped() -> Mapping[str, Mapping[str, Any]]:
    """Facts of each document by its short name; what a report says besides models and figures."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}


def history_data(name: str) -> dict[str, Any]:
    """The same JSON as `yearly.year_data`. RuleBroken when there is no such report, or its models were not loaded."""
    if name not in shipped():
        raise RuleBroken("Không có báo cáo này trong kho báo cáo mẫu.")
    about = shipped()[name]
    listed = ReformDocument.objects.filter(number=about["document"], role="lists").values("reform")
    reforms = list(Reform.objects.filter(pk__in=listed).order_by("pk"))
    if not reforms:
        raise RuleBroken("Kho mô hình chưa nạp các mô hình của báo cáo này. Nạp kho mô hình rồi mở lại.")
    models = [_model(one, about) for one in reforms]
    names = {one.code: one.name for one in reforms}
    return {
        "year": about["year"], "agency": about["agency"], "at": f"{about['issued_on']}T00:00:00+07:00",
        "directing": about["directing"],
        "continued": [one for one in models if one["first_year"] < about["year"]],
        "new": [one for one in models if one["first_year"] >= about["year"]],
        "advantages": [_plain(text) for text in about["advantages"]],
        "difficulties": [_plain(text) for text in about["difficulties"]],
        "habit": {"online": None, "direct": None, "n": 0}, "next_year": [_plain(text) for text in about["next_year"]],
        "recognitions": _proposed(about["document"]),
        "replicate": [{"model": names[code], "unit": ""} for code in about["replicate"] if code in names],
        "notes": about["notes"],
    }  # fmt: skip


def _plain(text: str) -> dict[str, str]:
    return {"unit": "", "model": "", "text": text, "answer": ""}


def _model(reform: Reform, about: Mapping[str, Any]) -> dict[str, Any]:
    version = reform.newest()
    settings = version.package.get("programmes", []) if version else []
    series = declared_series(
        reform.declared.filter(year=about["year"], source__contains=about["document"]).order_by("pk")
    )
    is_of_all = reform.owner_name == about["owner"]
    named = list(dict.fromkeys(row["unit"] for one in series for row in one["rows"])) if is_of_all else []
    units = [{"unit": one, "status": "", "started_on": "", "responsible": ""} for one in named or [reform.owner_name]]
    launches = reform.launches.filter(source__contains=about["document"]).order_by("pk")
    return {
        **model_data(reform, units=units, settings=settings, day=date.fromisoformat(about["issued_on"])),
        "first_year": reform.year or about["year"], "series": series, "launches": launch_lines(launches),
    }  # fmt: skip


def _proposed(document: str) -> list[dict[str, Any]]:
    rows = ReformDocument.objects.filter(number=document, role="proposes").select_related("reform").order_by("pk")
    return [
        {
            "model": one.reform.name, "unit": one.reform.owner_name, "level": Level.PROVINCE.label,
            "status": "Đề nghị công nhận", "decision": "", "reason": "",
        }
        for one in rows
    ]  # fmt: skip
