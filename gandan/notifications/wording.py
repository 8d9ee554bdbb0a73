"""The words of a notice: subject, text, the short form for a telephone, values for Zalo."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Context, Engine, Template
from django.template.loader import get_template, render_to_string
from django.urls import reverse

from gandan.places.models import Agency

from .addressees import Addressee
from .models import TextVersion
from .variables import as_template, offered

FOLDER = Path(__file__).resolve().parent / "templates" / "notifications"


@dataclass(frozen=True)
class Words:
    subject: str
    text: str
    short: str
    params: dict[str, str] = field(default_factory=dict)
    version: TextVersion | None = None


def words_for(event: str, to: Addressee, facts: Mapping[str, Any]) -> Words:
    """The commune's newest version of the text, else the one of the house (first line: subject, rest: text)."""
    context = _context(to, facts)
    version = TextVersion.objects.of(to.commune).in_use().filter(event=event).first()
    if version is None:
        subject, text = _of_the_house(event, context)
        return Words(subject, text, _short(to.commune, subject, str(context["link"])))
    return _of_the_commune(version, context)


def _context(to: Addressee, facts: Mapping[str, Any]) -> dict[str, Any]:
    dossier, link = facts.get("dossier"), str(facts.get("link") or "")
    if not link and dossier is not None:
        link = reverse("dossiers:track", args=[dossier.key])
    absolute = f"{settings.PUBLIC_URL}{link}" if link.startswith("/") else link
    called = dossier.form_of_address() if dossier is not None else to.name
    place = to.commune.name_within
    return {**facts, "commune": to.commune, "place": place, "link": absolute, "called": called, "name": to.name}


def _of_the_house(event: str, context: Mapping[str, Any]) -> tuple[str, str]:
    told = render_to_string(f"notifications/{event}.txt", dict(context)).strip()
    subject, _, text = told.partition("\n")
    return subject.strip()[:200], _airy(text)


def _of_the_commune(version: TextVersion, context: dict[str, Any]) -> Words:
    offers = offered_by(version.event)

    def render(text: str) -> str:
        return Template(as_template(text, offers), engine=Engine.get_default()).render(Context(context)).strip()

    subject = render(version.subject)[:200]
    short = render(version.short) or _short(version.commune, subject, str(context["link"]))
    params = {parameter: render(f"[{name}]") for parameter, name in version.zalo_params.items()}
    return Words(subject, _airy(render(version.text)), short, params, version)


def _airy(text: str) -> str:
    """No more than one empty line in a row: conditions of the template leave holes."""
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _short(commune: Agency, subject: str, link: str) -> str:
    """“Xã Chí Minh: Đã có kết quả hồ sơ 0007. https://…”."""
    return f"{commune.name}: {subject}{'' if subject.endswith(('.', '?')) else '.'} {link}".strip()


@lru_cache(maxsize=200)
def source_of(event: str) -> str:
    """The template of the house, as written."""
    template = get_template(f"notifications/{event}.txt")
    return str(template.template.source)  # type: ignore[attr-defined]  # a Django template, ours


@lru_cache(maxsize=200)
def offered_by(event: str) -> dict[str, str]:
    return offered(source_of(event))


def events() -> Iterator[str]:
    """Names of every text of the house."""
    return (path.stem for path in sorted(FOLDER.glob("*.txt")))


def preview_of_house(event: str) -> tuple[str, str]:
    """Subject and text of the house as a commune would write them: variables in brackets, conditions left out."""
    names = {expression: name for name, expression in offered_by(event).items()}
    plain = re.sub(r"\{%.*?%\}|\{#.*?#\}", "", source_of(event))
    shown = re.sub(r"\{\{\s*(.*?)\s*\}\}", lambda found: f"[{names.get(found[1], found[1])}]", plain).strip()
    subject, _, text = shown.partition("\n")
    return subject.strip(), _airy(text)
