"""The words of a message: a subject line and a text, from one template per event."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from gandan.dossiers.models import Dossier


def words_for(event: str, dossier: Dossier, facts: dict[str, Any]) -> tuple[str, str]:
    """First line of `notifications/<event>.txt` is the subject, the rest the text."""
    link = f"{settings.PUBLIC_URL}{reverse('dossiers:track', args=[dossier.key])}"
    name = dossier.commune.name
    place = f"{name[0].lower()}{name[1:]}"
    context = {"dossier": dossier, "commune": dossier.commune, "place": place, "link": link, **facts}
    subject, _, text = render_to_string(f"notifications/{event}.txt", context).strip().partition("\n")
    return subject.strip(), text.strip()
