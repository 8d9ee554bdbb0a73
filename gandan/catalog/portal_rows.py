"""Lines of the national portal, as crawlers hand them on, read into drafts. Pure.

The portal's own records are full of placeholders: “1 ngày” where the truth stands in the text, “Miễn phí” where nobody
entered a fee. Nothing of that kind may become a promise: what is doubtful is kept as unverified, for a clerk to confirm.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from gandan.core.vietnamese import fold
from gandan.places.deadlines import Unit

from .drafts import CODE, GENERAL_STEPS, Draft, FeeDraft, LimitDraft

UNITS = {"working_day": Unit.WORKING_DAY, "day": Unit.DAY, "working_hour": Unit.WORKING_HOUR, "month": Unit.MONTH}
UNCOUNTED_UNITS = frozenset({"hour", "minute", "other", None, ""})
CHANNELS = {"truc tiep": "counter", "truc tuyen": "online", "dich vu buu chinh": "post"}
DOUBTFUL_TIME = frozenset({"time_unit_other_see_text", "time_one_day_maybe_placeholder", "time_unit_day_or_other"})
DOUBTFUL_FEE = frozenset({"fee_mien_phi_unverified", "fee_unknown"})
WARNINGS = {
    "time_unit_other_see_text": "Thời hạn trong nguồn chỉ là số giữ chỗ. Xem trình tự thực hiện của quyết định công bố.",
    "time_one_day_maybe_placeholder": "“1 ngày” trong nguồn có thể chỉ là số giữ chỗ.",
    "time_unit_day_or_other": "Nguồn không ghi rõ thời hạn là ngày hay ngày làm việc.",
    "fee_mien_phi_unverified": "Nguồn ghi “Miễn phí” nhưng chưa có căn cứ.",
    "fee_unknown": "Nguồn không có mức thu.",
    "mentions_abolished_level_or_agency": "Nội dung còn nhắc cấp huyện hoặc cơ quan đã bỏ từ 01/7/2025.",
    "abolished_district_level_variant": "Thủ tục của cấp huyện cũ. Chưa công bố cho người dân.",
    "land_hai_phong_has_own_codes_1.1155xx-1.1156xx": "Hải Phòng đã công bố mã riêng 1.1155xx–1.1156xx cho thủ tục đất đai.",
    "name_from_ocr_checked_by_eye": "Tên đọc từ ảnh chụp, cần đối chiếu.",
    "no_components": "Nguồn không có thành phần hồ sơ.",
    "components_only_notes": "Nguồn chỉ có ghi chú, không có thành phần hồ sơ.",
    "no_methods": "Nguồn không có cách nộp và thời hạn.",
}
NOT_FOR_CITIZENS = frozenset({"abolished_district_level_variant"})
UNCONDITIONAL_GROUPS = frozenset({"", "giay to phai nop", "giay to phai xuat trinh", "thanh phan ho so", "ho so gom"})
LONGEST_NAME, LONGEST_SHORT_NAME, LONGEST_TEXT = 1000, 160, 1500
OBJECT_LISTS = ("methods", "components", "results", "legal_basis", "sources")


class BadRow(ValueError):
    """The line cannot be taken in; the message says why, in Vietnamese."""


@dataclass(frozen=True)
class Refusal:
    """A line that was not imported. `line` counts from 1."""

    line: int
    code: str
    reason: str


def read_lines(lines: Iterable[str]) -> Iterator[Draft | Refusal]:
    """One answer per line that is not blank: a draft, or why there is none."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        code = ""
        try:
            raw = _object(line)
            code = str(raw.get("code") or "")
            draft = read_row(raw)
            if draft.code in seen:
                raise BadRow(f"trùng mã với dòng {seen[draft.code]}")
        except BadRow as error:
            yield Refusal(number, code[:20], str(error))
            continue
        seen[draft.code] = number
        yield draft


def _object(line: str) -> dict[str, Any]:
    try:
        raw = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise BadRow("không phải JSON hợp lệ") from None
    if not isinstance(raw, dict):
        raise BadRow("phải là một đối tượng JSON")
    if "\\u0000" in line:
        raise BadRow("có ký tự điều khiển không lưu được")
    return raw


def read_row(raw: dict[str, Any]) -> Draft:
    """BadRow when a mandatory part is missing or a part has a shape nobody can read."""
    code, name = _identity(raw)
    _check_shapes(raw)
    flags = _flags(raw)
    limits, time_warnings = _limits(raw, flags)
    return Draft(
        code=code,
        name=name,
        short_name=short_name(name),
        field=_text(raw, "field", 120) or "Chưa rõ lĩnh vực",
        handled_by=_text(raw, "handled_by", 20) or "khac",
        issuer=_text(raw, "issuer", 120),
        decision_no=_text(raw, "decision_no", 120),
        applicant=_applicant(_text(raw, "target", 400)),
        channels=_channels(raw),
        components=_components(raw),
        results=[{"code": _text(one, "code", 60), "name": _text(one, "name", 400)} for one in raw.get("results") or []],
        legal_basis=[{"title": _text(one, "title", 400), "code": _text(one, "code", 60)} for one in raw.get("legal_basis") or []],
        route=[
            [{"key": "work", "name": "Thẩm tra, giải quyết", "agency": "commune", "role": "specialist", "half_days": 1}],
            [{"key": "sign", "name": "Ký kết quả", "agency": "commune", "role": "leader", "half_days": 1}],
        ],
        steps=GENERAL_STEPS,
        limits=limits,
        fees=_fees(raw, flags),
        checked_on=_snapshot(raw),
        found_by=_found_by(raw),
        warnings=(*(WARNINGS[flag] for flag in sorted(flags & set(WARNINGS))), *time_warnings),
        is_published=not flags & NOT_FOR_CITIZENS,
    )  # fmt: skip


def _identity(raw: dict[str, Any]) -> tuple[str, str]:
    code, name = raw.get("code"), raw.get("name")
    if not code:
        raise BadRow("thiếu mã thủ tục (code)")
    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise BadRow(f"mã “{str(code)[:20]}” không đúng dạng n.nnnnnn")
    if not isinstance(name, str) or not name.strip():
        raise BadRow("thiếu tên thủ tục (name)")
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        raise BadRow(f"tên dài {len(name)} ký tự, nhiều nhất {LONGEST_NAME}")
    return code, name


def _check_shapes(raw: dict[str, Any]) -> None:
    for key in OBJECT_LISTS:
        part = raw.get(key) or []
        if not isinstance(part, list) or not all(isinstance(one, dict) for one in part):
            raise BadRow(f"mục {key} phải là danh sách các đối tượng")
    flags = raw.get("flags") or []
    if not isinstance(flags, list) or not all(isinstance(one, str) for one in flags):
        raise BadRow("mục flags phải là danh sách chữ")
    for method in raw.get("methods") or []:
        unit = method.get("time_unit")
        if not isinstance(unit, str | None) or (unit not in UNITS and unit not in UNCOUNTED_UNITS):
            raise BadRow(f"không hiểu đơn vị thời hạn “{str(unit)[:30]}”")
        _check_count(method.get("time_value"))


def _check_count(count: object) -> None:
    is_number = isinstance(count, int | float) and not isinstance(count, bool)
    if count is not None and not (is_number and 0 <= float(str(count)) <= 3660):
        raise BadRow(f"số lượng của thời hạn không đọc được: “{str(count)[:30]}”")


def _flags(raw: dict[str, Any]) -> set[str]:
    """The flags of the file, and those that follow from the record itself when the file forgot them."""
    flags = set(raw.get("flags") or [])
    for method in raw.get("methods") or []:
        if method.get("time_unit") == "other":
            flags.add("time_unit_other_see_text")
        if method.get("time_value") in (0, 1) and method.get("time_unit") == "day":
            flags.add("time_one_day_maybe_placeholder")
        fee = fold(_text(method, "fee_raw", 2000))
        if fee.startswith("mien phi") or re.match(r"(phi|le phi)?\s*:?\s*0\s*(d|vnd|dong)?\b", fee):
            flags.add("fee_mien_phi_unverified")
    return flags


def _text(raw: dict[str, Any], key: str, longest: int) -> str:
    value = raw.get(key)
    return " ".join(value.split())[:longest] if isinstance(value, str) else ""


def short_name(name: str) -> str:
    """What people read: without “Thủ tục” in front, cut at a word."""
    text = re.sub(r"^thủ tục( hành chính)?[ :]+", "", name, flags=re.IGNORECASE)
    text = text[:1].upper() + text[1:]
    if len(text) <= LONGEST_SHORT_NAME:
        return text
    return text[: LONGEST_SHORT_NAME - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _applicant(target: str) -> str:
    return "citizen" if not target or "công dân" in target.lower() else "organisation"


def _channels(raw: dict[str, Any]) -> tuple[str, ...]:
    named = (CHANNELS.get(fold(_text(method, "channel", 60))) for method in raw.get("methods") or [])
    found = {channel for channel in named if channel}
    return tuple(channel for channel in CHANNELS.values() if channel in found)


def _components(raw: dict[str, Any]) -> list[dict[str, Any]]:
    papers = []
    for number, one in enumerate(raw.get("components") or [], start=1):
        group, name = _text(one, "group", 300), _text(one, "name", 8000)
        if one.get("is_note") or not name or fold(group) == "luu y":
            continue
        always = fold(group) in UNCONDITIONAL_GROUPS
        papers.append(
            {
                "key": f"paper_{number}",
                "name": name,
                "originals": _copies(one.get("originals")),
                "copies": _copies(one.get("copies")),
                "group": "always" if always else "when",
                "when": "" if always else group,
            }
        )
    return papers


def _copies(count: object) -> int:
    return min(count, 99) if isinstance(count, int) and count > 0 else 0


def _source(raw: dict[str, Any]) -> str:
    """“Quyết định 163/QĐ-BTP, thủ tục 1.001193”: what the time was read from."""
    decision = _text(raw, "decision_no", 120)
    return f"Quyết định {decision}, thủ tục {raw['code']}" if decision else f"thủ tục {raw['code']}"


def _snapshot(raw: dict[str, Any]) -> date | None:
    """The last month of the snapshot (“2026-06/07” → 01/7/2026)."""
    sources = raw.get("sources") or []
    found = re.match(r"(\d{4})-(?:\d{2}/)?(\d{2})", _text(sources[0], "snapshot", 40)) if sources else None
    return date(int(found.group(1)), min(12, max(1, int(found.group(2)))), 1) if found else None


def _limits(raw: dict[str, Any], flags: set[str]) -> tuple[tuple[LimitDraft, ...], list[str]]:
    """The limit all ways of filing agree on. Differing ones, halves and foreign units are left to a clerk."""
    times = {(one.get("time_value"), one.get("time_unit")) for one in raw.get("methods") or [] if one.get("time_value")}
    said = sorted({_text(one, "time_raw", 60) for one in raw.get("methods") or [] if one.get("time_raw")})
    if len(times) != 1:
        return (), [f"Nguồn ghi nhiều thời hạn: {'; '.join(said)}."] if times else []
    ((count, unit),) = times
    if unit not in UNITS or count != int(count):
        return (), [f"Nguồn ghi thời hạn “{said[0] if said else count}”, không quy đổi."]
    snapshot = _snapshot(raw)
    is_sure = not flags & DOUBTFUL_TIME and bool(raw.get("decision_no")) and snapshot is not None
    limit = LimitDraft(
        count=int(count),
        unit=UNITS[unit],
        citation=_source(raw),
        is_verified=is_sure,
        source=_source(raw) if is_sure else "",
        source_on=snapshot if is_sure else None,
    )
    return (limit,), []


def _fees(raw: dict[str, Any], flags: set[str]) -> tuple[FeeDraft, ...]:
    """Fees are set by each province and change: none is taken from a crawl as confirmed, and doubtful ones lose their amount."""
    channels = _channels(raw)
    if not channels:
        return (FeeDraft(),)
    amounts = {_amount(_text(one, "fee_raw", 2000)) for one in raw.get("methods") or []}
    amount = amounts.pop() if len(amounts) == 1 and not flags & DOUBTFUL_FEE else None
    return (FeeDraft(channels=channels, amount=amount, citation=_source(raw) if amount else ""),)


def _amount(text: str) -> int | None:
    """“70,000 VNĐ(70.000 đồng/Giấy chứng nhận)” → 70000; None when the two figures differ or there is none."""
    head = re.match(r"([\d.,]+)\s*VNĐ", text)
    if not head:
        return None
    amount = int(re.sub(r"\D", "", head.group(1)))
    inside = re.search(r"([\d.]+)\s*đồng", text)
    if not inside:
        return amount or None
    return amount if amount and amount == int(re.sub(r"\D", "", inside.group(1)) or 0) else None


def _found_by(raw: dict[str, Any]) -> str:
    papers = " ".join(_text(one, "name", 200) for one in (raw.get("components") or [])[:12])
    parts = [_text(raw, "keywords", 300), papers, _text(raw, "steps", LONGEST_TEXT), _text(raw, "description", 600)]
    return " ".join(part for part in parts if part).replace("\x00", "")
