"""Which commune's pages is somebody reading: the one chosen on this device, else the home commune of this installation.

The few serving communes change once in years, so they are kept in memory (gandan/core/kept.py).
"""

from django.conf import settings
from django.http import Http404, HttpRequest

from gandan.core.kept import Kept

from .calendars import calendar_of, keep_calendars
from .models import Agency
from .office_hours import hours_words

COOKIE = "xa"


def serving_communes() -> dict[str, Agency]:
    """Code → commune, with its province and its office hours in words at hand. Kept as they are, not copied: read only."""
    return _serving.fresh()


def _read_serving() -> dict[str, Agency]:
    communes = Agency.objects.communes().filter(is_serving=True).select_related("province").order_by("sort_name")
    found = {commune.code: commune for commune in communes}
    keep_calendars(found.values())
    for commune in found.values():
        commune.office_hours_text = hours_words(calendar_of(commune).sessions)
    return found


_serving = Kept("places.serving", _read_serving)


def forget_serving() -> None:
    _serving.forget()


def commune_of_request(request: HttpRequest) -> Agency:
    communes = serving_communes()
    chosen = communes.get(request.COOKIES.get(COOKIE, "")) or communes.get(settings.HOME_COMMUNE)
    if chosen is None and communes:
        chosen = next(iter(communes.values()))
    if chosen is None:
        raise Http404("Chưa có xã nào được mở trên hệ thống này.")
    return chosen
