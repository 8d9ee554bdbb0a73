"""`{% load push %}{% push_part %}`: turning notices of this browser on and off, on a page of a citizen."""

from __future__ import annotations

from typing import Any

from django import template

from gandan.gateways.push.keys import public_key

register = template.Library()


@register.inclusion_tag("gateways/citizen/push.html", takes_context=True)
def push_part(context: dict[str, Any]) -> dict[str, Any]:
    return {"key": public_key(), "csrf_token": context.get("csrf_token", "")}
