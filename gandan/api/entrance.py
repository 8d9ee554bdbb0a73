"""What stands before every view of the API: its audience, and problems where Django would answer with a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern

from .problems import BAD_REQUEST, NOT_FOUND, WRONG_MEDIA, WRONG_METHOD, Problem, answer, problem_of

View = Callable[..., HttpResponseBase]
JSON = "application/json"


def dress(patterns: list[Any]) -> list[URLPattern]:
    """Every pattern's view gets `audience` "api" and answers problems only."""
    for pattern in patterns:
        pattern.callback = _dressed(pattern.callback)
    return patterns


def _dressed(view: View) -> View:
    @wraps(view, updated=())
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            _check(request)
            response = view(request, *args, **kwargs)
        except Exception as error:  # told as a problem and logged
            return answer(problem_of(error), request)
        if response.status_code == WRONG_METHOD.status:
            refused = answer(Problem(WRONG_METHOD, f"Địa chỉ này không nhận {request.method}."), request)
            refused["Allow"] = response.headers.get("Allow", "GET")
            return refused
        return response

    enter.audience = "api"  # type: ignore[attr-defined]  # read by the access tests
    enter.csrf_exempt = True  # type: ignore[attr-defined]  # nobody is known here by a cookie
    return enter


def _check(request: HttpRequest) -> None:
    """PostgreSQL knows no NUL in text; a body that is not JSON is refused by its name."""
    if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
        raise Problem(NOT_FOUND, "Địa chỉ có ký tự không hợp lệ.")
    if request.method != "POST" or not request.body:
        return
    if request.content_type != JSON:
        raise Problem(WRONG_MEDIA, f"Xin gửi JSON với Content-Type: {JSON}.")
    if b"\\u0000" in request.body or b"\0" in request.body:
        raise Problem(BAD_REQUEST, "Nội dung có ký tự NUL.")


def nowhere(request: HttpRequest, rest: str = "") -> HttpResponseBase:
    return answer(Problem(NOT_FOUND, "Không có địa chỉ này trong API."), request)
