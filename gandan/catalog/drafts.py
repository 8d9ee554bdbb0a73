"""A procedure as plain data, before it is a row: what a shipped file, an imported line or a clerk's form says. Pure."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from dataclasses import asdict, dataclass, replace
from datetime import date, time
from typing import Any

from gandan.places.deadlines import CUTOFF, Unit

from .parts import BadPart, components_from, stages_from, steps_from

CODE = re.compile(r"\d\.\d{6}")
CHANNELS = ("counter", "online", "post")
GENERAL_STEPS = [
    {
        "key": "content",
        "title": "Nội dung đề nghị",
        "fields": [
            {
                "key": "request",
                "label": "Nội dung đề nghị",
                "type": "textarea",
                "hint": "Viết ngắn: ông/bà cần giải quyết việc gì, cho ai.",
                "max_length": 2000,
            }
        ],
    }
]
"""The declaration of a procedure whose own one nobody has entered yet."""


@dataclass(frozen=True)
class LimitDraft:
    count: int
    unit: Unit
    kind: str = "statutory"
    case: str = ""
    cutoff: time = CUTOFF
    citation: str = ""
    is_verified: bool = False
    source: str = ""
    source_on: date | None = None


@dataclass(frozen=True)
class FeeDraft:
    """`province` names the province whose people's council set it (“hai phong”, folded); empty: everywhere."""

    case: str = ""
    channels: tuple[str, ...] = ()
    amount: int | None = None
    unit: str = "lần"
    tiers: tuple[tuple[int | None, int], ...] = ()
    cap: int | None = None
    citation: str = ""
    is_verified: bool = False
    source: str = ""
    source_on: date | None = None
    province: str = ""


@dataclass(frozen=True)
class Draft:
    """Everything one version of a procedure says."""

    code: str
    name: str
    short_name: str
    field: str
    handled_by: str
    issuer: str = ""
    decision_no: str = ""
    summary: str = ""
    applicant: str = "citizen"
    aliases: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    components: list[dict[str, Any]] = dataclasses.field(default_factory=list)
    not_needed: list[str] = dataclasses.field(default_factory=list)
    results: list[dict[str, str]] = dataclasses.field(default_factory=list)
    legal_basis: list[dict[str, str]] = dataclasses.field(default_factory=list)
    route: list[list[dict[str, Any]]] = dataclasses.field(default_factory=list)
    steps: list[dict[str, Any]] = dataclasses.field(default_factory=list)
    limits: tuple[LimitDraft, ...] = ()
    fees: tuple[FeeDraft, ...] = ()
    on_the_spot: bool = False
    source: str = ""
    checked_on: date | None = None
    found_by: str = ""
    warnings: tuple[str, ...] = ()
    is_published: bool = True

    def digest(self, also: str = "") -> str:
        """Equal for equal content; `also` stands for what the content depends on outside itself."""
        content = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(f"{content}{also}".encode()).hexdigest()

    def checked(self) -> Draft:
        """Itself, when its parts can be read; BadPart otherwise."""
        if not CODE.fullmatch(self.code):
            raise BadPart(f"mã “{self.code}” không đúng dạng n.nnnnnn")
        if strange := set(self.channels) - set(CHANNELS):
            raise BadPart(f"không hiểu kênh {', '.join(sorted(strange))}")
        components_from(self.components)
        stages_from(self.route)
        steps_from(self.steps)
        return self


@dataclass(frozen=True)
class Facts:
    """What a clerk may change on a version, apart from times, fees and the declaration."""

    summary: str
    decision_no: str
    issuer: str
    source: str
    checked_on: date | None
    channels: tuple[str, ...]
    components: list[dict[str, Any]]
    not_needed: list[str]
    results: list[dict[str, str]]
    legal_basis: list[dict[str, str]]
    on_the_spot: bool


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _limit(raw: dict[str, Any]) -> LimitDraft:
    return LimitDraft(
        count=int(raw["count"]),
        unit=Unit(raw["unit"]),
        kind=raw.get("kind", "statutory"),
        case=raw.get("case", ""),
        cutoff=time.fromisoformat(raw["cutoff"]) if raw.get("cutoff") else CUTOFF,
        citation=raw.get("citation", ""),
        is_verified=bool(raw.get("verified")),
        source=raw.get("source", ""),
        source_on=_day(raw.get("source_on", "")),
    )


def _fee(raw: dict[str, Any]) -> FeeDraft:
    amount, verified = raw.get("amount"), bool(raw.get("verified"))
    return FeeDraft(
        case=raw.get("case", ""),
        channels=tuple(raw.get("channels", [])),
        amount=amount,
        unit=raw.get("unit") or "lần",
        tiers=tuple((upto, price) for upto, price in raw.get("tiers") or []),
        cap=raw.get("cap"),
        citation=raw.get("citation", ""),
        is_verified=verified and amount is not None,
        source=raw.get("source", ""),
        source_on=_day(raw.get("source_on", "")),
        province=province_of_council(f"{raw.get('citation', '')} {raw.get('source', '')}"),
    )


def province_of_council(text: str) -> str:
    """The province whose people's council (HĐND) resolved it, as written: its resolutions hold nowhere else."""
    found = re.search(r"HĐND (?:thành phố|tỉnh) ((?:[A-ZĐÀ-Ỹ][\w-]*\s?)+)", text)
    return found.group(1).strip() if found else ""


def read_shipped(raw: dict[str, Any]) -> Draft:
    """One procedure of gandan/catalog/data/procedures. BadPart when it is not as its README says."""
    try:
        limits = tuple(_limit(one) for one in raw.get("limits", []))
        fees = tuple(_fee(one) for one in raw.get("fees", []))
        draft = Draft(
            code=raw["code"], name=raw["name"], short_name=raw["short_name"], field=raw["field"],
            handled_by=raw["handled_by"], issuer=raw.get("issuer", ""), decision_no=raw.get("decision_no", ""),
            summary=raw.get("summary", ""), applicant=raw.get("applicant", "citizen"),
            aliases=tuple(raw.get("aliases", [])), channels=tuple(raw.get("channels", [])),
            components=raw.get("components", []), not_needed=raw.get("not_needed", []), results=raw.get("results", []),
            legal_basis=raw.get("legal_basis", []), route=raw.get("route", []), limits=limits, fees=fees,
            steps=(raw.get("form") or {}).get("steps") or GENERAL_STEPS, on_the_spot=bool(raw.get("on_the_spot")),
        )  # fmt: skip
    except (KeyError, ValueError, TypeError) as error:
        raise BadPart(f"{raw.get('code', '?')}: {error}") from error
    return replace(draft, checked_on=_last_checked(draft)).checked()


def _last_checked(draft: Draft) -> date | None:
    facts: list[LimitDraft | FeeDraft] = [*draft.limits, *draft.fees]
    return max((one.source_on for one in facts if one.source_on), default=None)
