"""Which commune's pages is somebody reading: the one chosen on this device, else the home commune of this installation.

The few serving communes change once in years, so they are kept in memory for a minute.
"""

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest

from .calendars import calendar_of, keep_calendars
from .models import Agency
from .office_hours import hours_words

COOKIE = "xa"
SECONDS = 60


def serving_communes() -> dict[str, Agency]:
    """Code → commune, with its province and its office hours in words at hand."""
    kept: dict[str, Agency] | None = cache.get("places.serving")
    if not kept:
        communes = Agency.objects.communes().filter(is_serving=True).select_related("province").order_by("sort_name")
        kept = {commune.code: commune for commune in communes}
        keep_calendars(kept.values())
        for commune in kept.values():
            commune.office_hours_text = hours_words(calendar_of(commune).sessions)
        cache.set("places.serving", kept, SECONDS)
    return kept


def forget_serving() -> None:
    cache.delete("places.serving")


def commune_of_request(request: HttpRequest) -> Agency:
    communes = serving_communes()
    chosen = communes.get(request.COOKIES.get(COOKIE, "")) or communes.get(settings.HOME_COMMUNE)
    if chosen is None and communes:
        chosen = next(iter(communes.values()))
    if chosen is None:
        raise Http404("Chưa có xã nào được mở trên hệ thống này.")
    return chosen
