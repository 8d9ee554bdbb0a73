"""The player of a screen: known by its key, works on when the network is gone, proves what it showed."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gandan.core.actions import count_try
from gandan.dossiers.uploads import IMAGE_TYPES
from gandan.people.access import PublicRequest, display

from .. import actions
from ..files import FILMS
from ..models import Clip, Screen
from ..showing import programme_of

SHOWABLE = {*IMAGE_TYPES.values(), *FILMS}
BATCHES, PER = 240, timedelta(hours=1)
MOST_BYTES = 100_000


def _screen(key: str) -> Screen:
    return get_object_or_404(Screen.objects.select_related("agency"), key=key, is_used=True)


@display
def screen(request: PublicRequest, key: str) -> HttpResponse:
    """The player; `?dang=json` is what it reads every half minute: plan, clips, an urgent message."""
    found = _screen(key)
    told = programme_of(found, timezone.now())
    if request.GET.get("dang") == "json":
        return JsonResponse(told)
    return render(request, "publishing/display/screen.html", {"screen": found, "programme": told})


@display
def clip_file(request: PublicRequest, key: str, pk: int) -> FileResponse:
    """The picture or film of a clip, for the screens of its commune only."""
    clip = get_object_or_404(Clip, pk=pk, agency=_screen(key).agency_id)
    if not clip.file or clip.media_type not in SHOWABLE:
        raise Http404
    try:
        answer = FileResponse(clip.file.open("rb"), content_type=clip.media_type)
    except FileNotFoundError as error:
        raise Http404 from error
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return answer


@display
def worker(request: PublicRequest) -> HttpResponse:
    """The service worker, served where its scope is: it keeps page and clips for hours without a network."""
    answer = render(
        request,
        "publishing/display/worker.js",
        {"kept": [static("publishing/player.js"), static("publishing/player.css")]},
    )
    answer.headers["Content-Type"] = "text/javascript; charset=utf-8"
    return answer


@csrf_exempt
@display
@require_POST
def plays(request: PublicRequest, key: str) -> JsonResponse:
    """The log in batches: {"plays": [[clip, ISO moment, seconds], …]}. The same line twice is kept once."""
    found, now = _screen(key), timezone.now()
    if not count_try(f"screen:{found.pk}", now=now, limit=BATCHES, per=PER):
        return JsonResponse({"title": "Gửi nhật ký quá dày. Xin gửi lại sau."}, status=429)
    try:
        lines = [_read(line) for line in json.loads(request.body[:MOST_BYTES])["plays"]]
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"title": "Nhật ký không đọc được."}, status=400)
    return JsonResponse({"kept": actions.note_plays(found, plays=lines, now=now)})


def _read(line: list[object]) -> actions.Reported:
    clip, started_at, seconds = line
    moment = datetime.fromisoformat(str(started_at))
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return actions.Reported(int(str(clip)), moment, int(str(seconds)))
