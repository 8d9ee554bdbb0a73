import json

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.core.middleware import RuleBrokenMiddleware


def middleware() -> RuleBrokenMiddleware:
    return RuleBrokenMiddleware(lambda _: HttpResponse())


def post(**headers: str) -> HttpRequest:
    request = RequestFactory().post("/can-bo/x/", headers=headers)
    request.session = SessionStore()
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]  # what the messages middleware sets
    return request


def test_a_broken_rule_goes_back_to_the_page_with_its_sentence() -> None:
    request = post(referer="http://testserver/can-bo/ho-so/1/", accept="text/html")
    answer = middleware().process_exception(request, RuleBroken("Quầy 3 đang đóng."))
    assert isinstance(answer, HttpResponse)
    assert answer["Location"] == "http://testserver/can-bo/ho-so/1/"
    assert [str(message) for message in request._messages] == ["Quầy 3 đang đóng."]  # type: ignore[attr-defined]  # as above


def test_never_back_to_a_stranger() -> None:
    answer = middleware().process_exception(post(referer="https://evil.example/"), RuleBroken("Không được."))
    assert isinstance(answer, HttpResponse)
    assert answer.status_code == 409


def test_programs_get_json() -> None:
    answer = middleware().process_exception(post(accept="application/json"), RuleBroken("Không được."))
    assert isinstance(answer, HttpResponse)
    assert (answer.status_code, json.loads(answer.content)["title"]) == (409, "Không được.")


def test_what_is_not_yours_is_not_found() -> None:
    with pytest.raises(Http404):
        middleware().process_exception(post(), NotThisOffice("x"))


def test_other_errors_are_left_alone() -> None:
    assert middleware().process_exception(post(), ValueError()) is None
