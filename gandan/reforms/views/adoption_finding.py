"""What every page of an adoption begins and ends with: find it, check whose step it is, press, go back."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from gandan.core.errors import RuleBroken
from gandan.people.offices import Office

from ..models import Adoption, AdoptionQuerySet

WITH = ("reform__owner", "version", "agency__commune", "responsible", "decided_by")


def visible(office: Office) -> AdoptionQuerySet:
    """A commune its own, the province those of its communes; a partner agency only its own."""
    rows = Adoption.objects.seen_by(office.agency).select_related(*WITH)
    return rows.filter(agency=office.agency) if office.is_partner_only else rows


def find(office: Office, pk: int) -> Adoption:
    return get_object_or_404(visible(office), pk=pk)


def press(request: HttpRequest, form: forms.Form, act: Callable[[], object]) -> bool:
    """True when the form was sent, well-formed, and the action allowed it; a broken rule is shown on the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act()
    except RuleBroken as refused:
        form.add_error(None, refused.message)
        return False
    return True
