"""What every page with a form does: try the action once the form is well-formed."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpRequest

from gandan.core.errors import RuleBroken


def press(request: HttpRequest, form: forms.Form, act: Callable[[], object], *, field: str | None = None) -> bool:
    """True when the form was sent, well-formed, and the action allowed it; a broken rule is shown on the form, at `field`."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act()
    except RuleBroken as refused:
        form.add_error(field, refused.message)
        return False
    return True
