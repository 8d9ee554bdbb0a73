"""What an exchange asks before it rings: where a call to a line of ours goes at this moment."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gandan.gateways.signing import BadMessage, check
from gandan.people.access import public

from ..actions.lines import dialled
from ..models import Line
from ..routing import route_of

MOST_BYTES = 2048


@public
@csrf_exempt
@require_POST
def route(request: HttpRequest) -> HttpResponse:
    """`{"line": "…"}`, signed as calls are → `{"ring": "…", "say": "…", "after_hours": false}`; unknown lines are 404."""
    if not settings.EXCHANGE_SECRET:
        raise Http404
    body, now = request.read(MOST_BYTES), timezone.now()
    try:
        check(
            body, timestamp=request.headers.get("X-Timestamp", ""), signature=request.headers.get("X-Signature", ""),
            secret=settings.EXCHANGE_SECRET, now=now,
        )  # fmt: skip
        number = dialled(str(json.loads(body)["line"]))
    except (BadMessage, ValueError, KeyError, TypeError) as bad:
        return JsonResponse({"title": "Thông báo không hợp lệ", "detail": str(bad)}, status=400)
    line = Line.objects.reached_by(number).select_related("commune").first()
    if line is None:
        raise Http404
    found = route_of(line, now)
    ring = found.forwarded_to or (None if found.is_after_hours else line)
    return JsonResponse({"ring": ring.dialled if ring else "", "say": found.words, "after_hours": found.is_after_hours})
