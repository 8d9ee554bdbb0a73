"""A form that waited too long."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

NEVER_SHOWN = ("csrfmiddlewaretoken", "password", "old", "new", "again", "code")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that waited too long: say so, keep what was typed, let the person send it again."""
    return render(request, "ui/csrf_failure.html", {"typed": _typed(request)}, status=403)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What to send again. Only when the browser says that the form was ours: a stranger's page must not use us as a stamp."""
    if not _is_ours(request):
        return []
    pairs = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    return [(name, value) for name, value in pairs if name not in NEVER_SHOWN]


def _is_ours(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).netloc == request.get_host()
