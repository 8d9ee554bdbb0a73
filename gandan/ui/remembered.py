"""Pages that look the same to every stranger are drawn once and kept for a while in the process.

A stranger has neither session nor message; what else changes a page (commune, large type, a day, a change of the row) is in
the name. Citizens and staff who are signed in always get a page drawn for them.
"""

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

PERSONAL_COOKIES = (settings.SESSION_COOKIE_NAME, "messages")


def is_stranger(request: HttpRequest) -> bool:
    return not any(request.COOKIES.get(name) for name in PERSONAL_COOKIES)


def remembered(request: HttpRequest, *, name: str, seconds: int, draw: Callable[[], HttpResponse]) -> HttpResponse:
    """The page `name` as drawn within the last `seconds`, or drawn now."""
    if not is_stranger(request):
        return draw()
    commune = getattr(request, "commune", None)
    key = f"page:{name}:{commune.pk if commune else 0}:{request.COOKIES.get('co-chu', '')}"
    kept: bytes | None = cache.get(key)
    if kept is not None:
        return HttpResponse(kept)
    page = draw()
    if page.status_code == 200 and not page.cookies:
        cache.set(key, page.content, seconds)
    return page
