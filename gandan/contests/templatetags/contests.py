"""What pages of contests need to draw themselves: addresses on this side of the house, the banner of the year."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.timezone import localdate

from gandan.contests.models import Campaign
from gandan.contests.ways import address

register = template.Library()


@register.simple_tag(takes_context=True)
def way(context: Context, name: str, *parts: Any) -> str:
    """The address of a page that officers and leaders share, on the side where the person is."""
    return address(context["request"].path, name, *parts)


@register.inclusion_tag("contests/parts/banner.html", takes_context=True)
def year_theme(context: Context) -> dict[str, Any]:
    """The theme of a campaign that runs today, for the officers it concerns."""
    office = context.get("office")
    found = Campaign.objects.with_banner(office.agency, localdate()).first() if office else None
    return {"campaign": found, "href": reverse("contests:campaign", args=[found.pk]) if found else ""}
