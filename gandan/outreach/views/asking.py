"""One page for every verb that asks something first."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@dataclass(frozen=True)
class Ask:
    """Title, label of the button, address to go back to; words above the form."""

    title: str
    button: str
    back: str
    words: str = ""
    is_danger: bool = False


def asked(request: HttpRequest, form: forms.Form, ask: Ask) -> HttpResponse:
    facts = {
        "form": form, "ask": ask, "commune": getattr(request, "commune", None), "office": getattr(request, "office", None),
    }  # fmt: skip
    return render(request, "outreach/officer/ask.html", facts)
