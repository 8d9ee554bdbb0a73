"""The directory everybody may read."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gandan.documents.drawing import as_pdf
from gandan.people.access import PublicRequest, public
from gandan.ui.views.files import as_file

from ..directory import EMERGENCY, directory_of
from ..papers import poster


@public
def directory(request: PublicRequest) -> HttpResponse:
    """Emergency numbers on top, then the lines, then people."""
    told = directory_of(request.commune, timezone.now())
    facts = {"told": told, "urgent": EMERGENCY}
    return render(request, "hotline/public/directory.html", facts)


@public
def poster_page(request: PublicRequest) -> HttpResponse:
    now = timezone.now()
    sheet = poster(request.commune, directory_of(request.commune, now), now)
    return as_file(as_pdf(sheet), "so-dien-thoai-can-biet.pdf", is_shown=True)
