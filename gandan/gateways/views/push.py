"""A citizen's browser asks to be told, or no longer; and the small script that shows what comes."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gandan.gateways import actions
from gandan.gateways.forms import PushForm
from gandan.people.access import CitizenRequest, citizen, public

SCRIPT = Path(__file__).resolve().parent.parent / "static" / "gateways" / "push-worker.js"


@citizen
@require_POST
def subscribe(request: CitizenRequest) -> HttpResponse:
    form = PushForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"title": "Chưa bật được báo tin", "errors": form.errors}, status=400)
    actions.subscribe(request.user, form.browser(), now=timezone.now())
    return HttpResponse(status=204)


@citizen
@require_POST
def unsubscribe(request: CitizenRequest) -> HttpResponse:
    actions.unsubscribe(request.POST.get("endpoint", ""), now=timezone.now())
    return HttpResponse(status=204)


@public
@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """From our root, because a service worker may only serve addresses below its own."""
    return HttpResponse(SCRIPT.read_bytes(), content_type="text/javascript; charset=utf-8")
