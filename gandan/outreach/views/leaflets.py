"""The leaflet of a round, to print: one A5 sheet a household, with the QR of its hamlet (S3.12)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe

from gandan.people.access import OfficerRequest, officer
from gandan.places.directory import serving_communes
from gandan.ui.qr import svg

from .. import standing
from ..models import LeafletRound


@officer
def leaflet(request: OfficerRequest, pk: int) -> HttpResponse:
    related = LeafletRound.objects.select_related("hamlet", "listing")
    given = get_object_or_404(related, pk=pk, listing__commune=request.commune)
    address = settings.PUBLIC_URL + reverse("outreach:scan", args=[given.key])
    near = [
        one
        for one in standing.public_lines(request.commune, timezone.now())
        if one.team.hamlet_id in (None, given.hamlet_id)
    ]
    facts = {
        "given": given, "address": address, "teams": near[:3],
        "qr": mark_safe(svg(address, label="Mã QR của tờ hướng dẫn")),  # our own drawing of our own address
        "commune": serving_communes().get(request.commune.code, request.commune),
    }  # fmt: skip
    return render(request, "outreach/officer/leaflet.html", facts)
