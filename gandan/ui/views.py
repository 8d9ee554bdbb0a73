"""Pages of the look itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that waited too long: say so and let the person send it again."""
    return render(request, "ui/csrf_failure.html", status=403)
