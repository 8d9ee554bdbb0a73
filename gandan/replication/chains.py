"""The two real chains of directives that come with the product (data/*.json), read into the drafts of the actions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from gandan.core.errors import RuleBroken
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.reforms.models import Reform

from . import actions
from .models import Directive
from .recipients import expand

SHIPPED = Path(__file__).resolve().parent / "data"
CHI_MINH, TAN_BINH = "hai-phong-2025", "tan-binh-2019"


@cache
def told(chain: str, key: str) -> Mapping[str, Any]:
    """One directive of a shipped chain, as its file tells it. KeyError for an unknown one."""
    found = json.loads((SHIPPED / f"{chain}.json").read_text(encoding="utf-8"))
    directives: dict[str, Mapping[str, Any]] = {one["key"]: one for one in found["directives"]}
    return directives[key]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def letter_of(facts: Mapping[str, Any]) -> actions.Letter:
    return actions.Letter(
        number=facts["number"], issued_on=date.fromisoformat(facts["issued_on"]), subject=facts["subject"],
        issuer_name=facts["issuer_name"], signer=facts.get("signer", ""), basis=tuple(facts.get("basis", ())),
        groups=tuple(facts["groups"]),
    )  # fmt: skip


def clause_of(facts: Mapping[str, Any]) -> actions.ClauseWords:
    return actions.ClauseWords(
        number=facts["number"], title=facts["title"], text=facts["text"], due_on=_day(facts["due_on"]),
        is_strict=bool(facts.get("is_strict")), groups=tuple(facts["groups"]),
    )  # fmt: skip


def designating_of(facts: Mapping[str, Any]) -> actions.Designating:
    """RuleBroken names models that are not in the registry."""
    known = {one.code: one for one in Reform.objects.filter(code__in=facts["reforms"])}
    if missing := [code for code in facts["reforms"] if code not in known]:
        raise RuleBroken(f"Kho mô hình chưa có: {', '.join(missing)}. Nạp danh mục mô hình trước.")
    return actions.Designating(
        reforms=tuple(known[code] for code in facts["reforms"]), obligation=facts["obligation"],
        due_on=_day(facts.get("due_on")), report_due_on=_day(facts.get("report_due_on")), groups=tuple(facts["groups"]),
    )  # fmt: skip


def draft(facts: Mapping[str, Any], *, issuer: Agency, by: User, now: datetime) -> Directive:
    """The directive as a draft with its models and clauses, not issued."""
    made = actions.draft_directive(letter_of(facts), issuer=issuer, by=by, now=now)
    _fill(made, facts, by, now)
    return made


def draft_from(parent: Directive, facts: Mapping[str, Any], *, commune: Agency, by: User, now: datetime) -> Directive:
    """The commune's own letter derived from `parent`, with its clauses in place of those above."""
    made = actions.derive(parent, letter=letter_of(facts), commune=commune, by=by, now=now)
    for clause in made.clauses.all():
        actions.remove_clause(clause, by=by, now=now)
    _fill(made, facts, by, now)
    return made


def _fill(made: Directive, facts: Mapping[str, Any], by: User, now: datetime) -> None:
    """A clause whose groups have no unit in this tree is left out: nobody could be given it."""
    for one in facts["designations"]:
        actions.designate(made, designating=designating_of(one), by=by, now=now)
    for one in facts["clauses"]:
        if expand(made.issuer, one["groups"]):
            actions.add_clause(made, words=clause_of(one), by=by, now=now)
