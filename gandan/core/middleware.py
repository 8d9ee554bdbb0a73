"""What every request passes: a broken rule becomes a message, and answers carry security headers."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from .errors import NotThisOffice, RuleBroken

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class RuleBrokenMiddleware:
    """A `RuleBroken` raised by an action: a message on the page the person came from, or 409 for programs."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        if isinstance(error, NotThisOffice):
            raise Http404 from error
        if not isinstance(error, RuleBroken):
            return None
        if "text/html" not in request.headers.get("Accept", "text/html,"):
            return JsonResponse({"title": error.message, "status": 409}, status=409)
        back = request.headers.get("Referer", "")
        if request.method == "POST" and url_has_allowed_host_and_scheme(back, {request.get_host()}):
            messages.error(request, error.message)
            return redirect(back)
        return render(request, "ui/rule_broken.html", {"message": error.message}, status=409)


class SecurityHeadersMiddleware:
    """Nothing of ours runs strangers' code, is framed or cached by them, or leaks its address (there stand dossier keys)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {' '.join(told)}" for name, told in settings.CONTENT_POLICY.items())

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()")
        if request.path.startswith("/static/"):
            return response
        signed_in = bool(request.COOKIES.get("sessionid"))
        response.headers.setdefault("Cache-Control", "private, no-store" if signed_in else "no-cache")
        return response


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/500.html", status=500)
