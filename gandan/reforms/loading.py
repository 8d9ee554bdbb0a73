"""The models that come with the product, pure: one JSON file per source document (data/*.json), read into drafts.

```
{"about": {"document", "issued_on", "issuer", "subject", "note"},
 "models": [{"code", "name", "kind", "field", "summary", …facts of Reform…, "owner": unit code of today or "",
             "parent": code, "content", "needs", "package": {…gandan/reforms/packages.py…},
             "documents": [{"number", "issued_on", "issuer", "subject", "role", "note"}],
             "declared": [{"series", "label", "unit_name", "period", "year", "value", "of_value", "declared", "unit", "source"}],
             "launches": [{"on", "channel", "title", "unit_name", "figures", "source"}],
             "row": lines of the requirements it covers (“S3.30-S3.31”), for the coverage test only}]}
```
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from .packages import digest

SHIPPED = Path(__file__).resolve().parent / "data"
FACTS = (
    "name", "kind", "field", "summary", "problem", "scope", "conditions", "benefit", "owner_name", "owner_place", "year",
    "uses_it", "cost", "staff", "source",
)  # fmt: skip
"""What the file says about a model and a newer file may say better."""
DECISION = ("status", "level", "contact_phone")
"""What the file says once: afterwards it is the registry's own business."""


@dataclass(frozen=True)
class Draft:
    """A model as its file tells it."""

    code: str
    facts: Mapping[str, Any]
    decision: Mapping[str, Any]
    owner_code: str
    parent_code: str
    content: str
    package: Mapping[str, Any]
    needs: str
    documents: tuple[Mapping[str, Any], ...]
    declared: tuple[Mapping[str, Any], ...]
    launches: tuple[Mapping[str, Any], ...]
    row: str

    @property
    def edition(self) -> str:
        """SHA-256 of what an adopter takes up: another one is a new version."""
        return digest({"content": self.content, "package": dict(self.package), "needs": self.needs})


@dataclass(frozen=True)
class Source:
    """A document that names models; `name` is that of its file."""

    name: str
    about: Mapping[str, Any]
    drafts: tuple[Draft, ...]


@cache
def shipped() -> tuple[Source, ...]:
    """Every file in the order of its name. KeyError when a file lacks a part: a fault of the product."""
    return tuple(_source(path) for path in sorted(SHIPPED.glob("*.json")))


def drafts() -> list[Draft]:
    """Every model, parents before their variants."""
    every = [draft for source in shipped() for draft in source.drafts]
    return sorted(every, key=lambda draft: bool(draft.parent_code))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _source(path: Path) -> Source:
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Source(path.stem, raw["about"], tuple(_draft(one) for one in raw["models"]))


def _draft(raw: Mapping[str, Any]) -> Draft:
    empty: dict[str, Any] = {"year": None, "uses_it": False}
    return Draft(
        code=raw["code"],
        facts={name: raw.get(name, empty.get(name, "")) for name in FACTS},
        decision={name: raw.get(name, "") for name in DECISION},
        owner_code=raw.get("owner", ""),
        parent_code=raw.get("parent", ""),
        content=raw.get("content", ""),
        package=raw.get("package", {}),
        needs=raw.get("needs", ""),
        documents=tuple(raw["documents"]),
        declared=tuple(raw.get("declared", ())),
        launches=tuple(raw.get("launches", ())),
        row=raw["row"],
    )
