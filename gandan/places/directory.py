"""Which commune's pages is somebody reading: the one chosen on this device, else the home commune of this installation.

The few serving communes change once in years, so they are kept in memory for a minute.
"""

from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest

from .calendars import calendar_of, keep_calendars
from .models import Agency
from .office_hours import hours_words

COOKIE = "xa"
STAMP = "places.serving.stamp"
SECONDS = 60


_serving: dict[str, Agency] = {}
_serving_stamp = ""


def serving_communes() -> dict[str, Agency]:
    """Code → commune, with its province and its office hours in words at hand. Kept as they are, not copied: read only."""
    global _serving, _serving_stamp
    stamp = str(cache.get_or_set(STAMP, lambda: uuid4().hex, SECONDS))
    if stamp != _serving_stamp or not _serving:
        _serving, _serving_stamp = _read_serving(), stamp
    return _serving


def _read_serving() -> dict[str, Agency]:
    communes = Agency.objects.communes().filter(is_serving=True).select_related("province").order_by("sort_name")
    found = {commune.code: commune for commune in communes}
    keep_calendars(found.values())
    for commune in found.values():
        commune.office_hours_text = hours_words(calendar_of(commune).sessions)
    return found


def forget_serving() -> None:
    cache.delete(STAMP)


def commune_of_request(request: HttpRequest) -> Agency:
    communes = serving_communes()
    chosen = communes.get(request.COOKIES.get(COOKIE, "")) or communes.get(settings.HOME_COMMUNE)
    if chosen is None and communes:
        chosen = next(iter(communes.values()))
    if chosen is None:
        raise Http404("Chưa có xã nào được mở trên hệ thống này.")
    return chosen
