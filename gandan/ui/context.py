"""What every page knows: the commune whose letterhead it wears, large type, the address of live streams."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def look(request: HttpRequest) -> dict[str, Any]:
    commune = getattr(request, "commune", None)
    return {
        "commune": commune,
        "office": getattr(request, "office", None),
        "office_hours_text": getattr(commune, "office_hours_text", ""),
        "large_type": request.COOKIES.get("co-chu") == "to",
        "live_url": settings.LIVE_URL,
    }
