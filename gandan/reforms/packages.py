"""The package of a model, pure: what it switches on, says, measures and needs. Read from JSON, refused when not understood.

```
{"format": 1,
 "programmes": [{"kind": "fast_day", "name": "Ngày thứ năm không hẹn", "parameters": {"weekdays": [3], …}}],
 "texts": [{"key": "notice", "title": "Thông báo cho người dân", "kind": "notice", "body": "…{unit}…{start}…"}],
 "forms": [{"title": "Danh sách thủ tục", "note": "…"}],
 "roles": ["Giám đốc Trung tâm", "Trưởng Công an xã"],
 "checks": ["procedures", "police", "leader_roster"],
 "measures": ["processing_hours", "same_day_share"],
 "thresholds": [{"measure": "same_day_share", "at_least": 80}]}
```
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gandan.core.errors import RuleBroken
from gandan.programmes.kinds import kind_named

FORMAT = 1
TEXT_KINDS = {
    "regulation": "Quy định, quyết định mẫu",
    "notice": "Thông báo cho người dân",
    "letter": "Thư gửi người dân",
    "leaflet": "Tờ hướng dẫn",
    "post": "Tin bài truyền thông",
}


@dataclass(frozen=True)
class Setting:
    """One programme of the package: kind, name, parameters as JSON."""

    kind: str
    name: str
    parameters: Mapping[str, Any]

    def plain(self) -> dict[str, Any]:
        return {"kind": self.kind, "name": self.name, "parameters": dict(self.parameters)}


@dataclass(frozen=True)
class Text:
    """A text ready to use; `{unit}`, `{start}`, `{name}` are filled in at the adopting unit."""

    key: str
    title: str
    kind: str
    body: str

    def filled(self, **words: str) -> str:
        body = self.body
        for name, word in words.items():
            body = body.replace("{" + name + "}", word)
        return body


@dataclass(frozen=True)
class Threshold:
    """Below `at_least` or above `at_most`, the measure counts as not met (requirements 4.2, rule 4)."""

    measure: str
    at_least: float | None = None
    at_most: float | None = None

    def is_met(self, value: float) -> bool:
        return (self.at_least is None or value >= self.at_least) and (self.at_most is None or value <= self.at_most)

    def plain(self) -> dict[str, Any]:
        bounds = {"at_least": self.at_least, "at_most": self.at_most}
        return {"measure": self.measure, **{name: bound for name, bound in bounds.items() if bound is not None}}


@dataclass(frozen=True)
class Package:
    programmes: tuple[Setting, ...] = ()
    texts: tuple[Text, ...] = ()
    forms: tuple[Mapping[str, str], ...] = ()
    roles: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    thresholds: tuple[Threshold, ...] = ()

    def plain(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "programmes": [one.plain() for one in self.programmes],
            "texts": [vars(one) for one in self.texts],
            "forms": [dict(one) for one in self.forms],
            "roles": list(self.roles),
            "checks": list(self.checks),
            "measures": list(self.measures),
            "thresholds": [one.plain() for one in self.thresholds],
        }


PARTS = frozenset({"format", *Package.__dataclass_fields__})


def read(raw: Mapping[str, Any]) -> Package:
    """The package of JSON. RuleBroken, naming the remedy, for a newer format, an unknown part or kind, a bad parameter."""
    made_for = raw.get("format", FORMAT)
    if not isinstance(made_for, int) or made_for > FORMAT:
        raise RuleBroken(
            f"Gói này theo định dạng {made_for}, bản phần mềm này đọc được đến định dạng {FORMAT}. Cập nhật phần mềm rồi nhập lại."
        )
    unknown = sorted(set(raw) - PARTS)
    if unknown:
        raise RuleBroken(
            f"Gói có phần “{', '.join(unknown)}” mà bản phần mềm này chưa biết. Cập nhật phần mềm rồi nhập lại."
        )
    try:
        return Package(
            programmes=tuple(_setting(one) for one in raw.get("programmes", ())),
            texts=tuple(Text(**one) for one in raw.get("texts", ())),
            forms=tuple(dict(one) for one in raw.get("forms", ())),
            roles=tuple(map(str, raw.get("roles", ()))),
            checks=tuple(map(str, raw.get("checks", ()))),
            measures=tuple(map(str, raw.get("measures", ()))),
            thresholds=tuple(Threshold(**one) for one in raw.get("thresholds", ())),
        )
    except (TypeError, KeyError, AttributeError, ValueError):
        raise RuleBroken("Tệp gói bị hỏng hoặc thiếu phần. Xin tải lại từ đơn vị có mô hình.") from None


def _setting(raw: Mapping[str, Any]) -> Setting:
    """With every parameter, defaults filled in, so that two settings can be compared."""
    kind = kind_named(str(raw["kind"]))
    return Setting(kind.name, str(raw.get("name") or kind.label), kind.plain(kind.clean(raw.get("parameters", {}))))


@dataclass(frozen=True)
class Changed:
    """One parameter that an adopter set differently: in words, before and after."""

    programme: str
    label: str
    packaged: str
    adopted: str


def differences(package: Package, settings: Sequence[Mapping[str, Any]]) -> list[Changed]:
    """What an adopter changed against the package, programme by programme in package order."""
    found: list[Changed] = []
    for packaged, raw in zip(package.programmes, settings, strict=False):
        kind = kind_named(packaged.kind)
        theirs, ours = kind.said(kind.clean(packaged.parameters)), kind.said(kind.clean(raw.get("parameters", {})))
        pairs = zip(theirs, ours, strict=True)
        found += [Changed(packaged.name, label, old, new) for (label, old), (_, new) in pairs if old != new]
    return found


def digest(raw: Mapping[str, Any]) -> str:
    """SHA-256 of the package, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(raw, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
