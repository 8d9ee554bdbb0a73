"""Packages leave and enter: a model in a file that another installation reads, whole or not at all."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import PackageExported, PackageImported
from ..models import Cost, Reform, ReformKind, ReformVersion
from ..packages import digest, read
from ..workflow import Status

FORMAT = 1
LARGEST = 2_000_000
BROKEN = "Tệp gói bị hỏng hoặc thiếu phần. Xin tải lại từ đơn vị có mô hình."
SAID = (
    "code", "name", "kind", "field", "summary", "problem", "scope", "conditions", "benefit", "owner_name",
    "owner_place", "year", "uses_it", "cost", "staff", "source", "contact_name", "contact_phone",
)  # fmt: skip
"""What of a model travels with its package: its description, not its life here."""


@transaction.atomic
def export_package(version: ReformVersion, *, by: User, now: datetime) -> bytes:
    """UTF-8 JSON `{"gandan_package", "reform", "version", "package", "digest"}`; `digest` is SHA-256 of the package."""
    if not version.has_package:
        raise RuleBroken("Mô hình này chưa có gói để tải.")
    reform = version.reform
    told = {name: getattr(reform, name) for name in SAID} | {"owner_name": reform.owner_name or _owner(reform)}
    sheet = {
        "gandan_package": FORMAT, "reform": told,
        "version": {"number": version.number, "content": version.content, "note": version.note},
        "package": version.package, "digest": digest(version.package),
    }  # fmt: skip
    event = PackageExported(reform_id=reform.pk, version=version.number, digest=str(sheet["digest"]))
    record(event, about=reform, by=by, at=now)
    return json.dumps(sheet, ensure_ascii=False, indent=1).encode()


def _owner(reform: Reform) -> str:
    return reform.owner.name if reform.owner else ""


@transaction.atomic
def import_package(raw: bytes, *, by: User, now: datetime) -> ReformVersion:
    """A new model, or a new edition of one we know. RuleBroken: broken, tampered with, of a newer format or kind."""
    sheet = _sheet(raw)
    told, edition, package = _parts(sheet)
    plain = read(package).plain()
    if digest(package) != sheet.get("digest"):
        raise RuleBroken("Nội dung gói không khớp mã kiểm tra, có thể đã bị sửa. Xin tải lại từ đơn vị có mô hình.")
    reform = Reform.objects.select_for_update().filter(code=told["code"]).first() or _new_reform(told, by, now)
    _may_add_to(reform, by)
    newest = reform.newest()
    if newest is not None and newest.has_package and digest(read(newest.package).plain()) == digest(plain):
        raise RuleBroken(f"“{reform}” đã có gói này (bản {newest.number}). Không cần nhập lại.")
    version = ReformVersion.objects.create(
        reform=reform, number=newest.number + 1 if newest else 1, content=str(edition.get("content", "")), package=plain,
        digest=digest(plain), note=str(edition.get("note", ""))[:300], made_by=by, made_at=now,
    )  # fmt: skip
    event = PackageImported(reform_id=reform.pk, version=version.number, digest=version.digest)
    record(event, about=reform, by=by, at=now)
    return version


def _may_add_to(reform: Reform, by: User) -> None:
    """A model we know gets a new edition from the province or from the commune it belongs to."""
    owner, agency = reform.owner or reform.proposed_by, by.agency
    is_above = agency is not None and agency.commune_id is None
    if not is_above and (owner is None or agency is None or owner.commune_id != agency.commune_id):
        raise RuleBroken(f"“{reform}” đã có trong kho. Bản mới do đơn vị có mô hình hoặc cấp tỉnh nhập.")


def _sheet(raw: bytes) -> dict[str, Any]:
    if len(raw) > LARGEST:
        raise RuleBroken("Tệp lớn quá 2 MB nên không phải tệp gói. Chọn tệp .json đã tải từ trang mô hình.")
    try:
        sheet = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise RuleBroken(BROKEN) from None
    if not isinstance(sheet, dict) or not isinstance(sheet.get("gandan_package"), int):
        raise RuleBroken("Tệp này không phải gói mô hình. Chọn tệp .json đã tải từ trang mô hình.")
    if sheet["gandan_package"] > FORMAT:
        raise RuleBroken(
            f"Tệp theo định dạng {sheet['gandan_package']}, mới hơn định dạng {FORMAT} đọc được ở đây. Cập nhật rồi nhập lại."
        )
    return sheet


def _parts(sheet: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    told, edition, package = sheet.get("reform"), sheet.get("version"), sheet.get("package")
    if not (isinstance(told, dict) and isinstance(edition, dict) and isinstance(package, dict) and package):
        raise RuleBroken(BROKEN)
    try:
        validate_slug(told.get("code", ""))
    except (ValidationError, TypeError):
        raise RuleBroken(BROKEN) from None
    return told, edition, package


def _new_reform(told: dict[str, Any], by: User, now: datetime) -> Reform:
    reform = Reform(
        **{name: told[name] for name in SAID if told.get(name) is not None}, status=Status.EVALUATED, made_at=now,
        changed_at=now, proposed_by=by.agency,
    )  # fmt: skip
    if reform.kind not in ReformKind.values or reform.cost not in Cost.values:
        raise RuleBroken(BROKEN)
    try:
        reform.clean_fields(exclude={"folded", "sort_name"})
    except (ValidationError, TypeError, ValueError):
        raise RuleBroken(BROKEN) from None
    reform.save()
    return reform
