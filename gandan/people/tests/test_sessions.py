"""A session and its user come in one statement; whatever is not plainly right ends as Django would end it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gandan.people.models import Session, User
from gandan.people.sessions import SessionStore

from . import make

pytestmark = pytest.mark.django_db
LIST = "/can-bo/nhan-su/"


def test_one_statement_tells_session_and_user(quan: User, django_assert_num_queries: Any) -> None:
    browser = make.signed_in(quan)
    session = SessionStore(browser.session.session_key)
    with django_assert_num_queries(1):
        assert session["_auth_user_id"] == str(quan.pk)
        assert session.user_read == quan


def test_a_stranger_has_a_session_without_user(client: Client) -> None:
    session = client.session
    session["word"] = "kept"
    session.save()
    again = SessionStore(session.session_key)
    assert again["word"] == "kept"
    assert again.user_read is None
    assert Session.objects.get().user is None


def _deactivated(quan: User) -> None:
    User.objects.filter(pk=quan.pk).update(is_active=False)


def _new_password(quan: User) -> None:
    quan.set_password("another good password")
    quan.save()


def _over(_quan: User) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))


def _of_somebody_else(_quan: User) -> None:
    """The row says another user than the signed data: the data hold, and they are checked against their own user."""
    Session.objects.update(user=make.staff("minh"))


@pytest.mark.parametrize("spoil", [_deactivated, _new_password, _over])
def test_a_session_that_is_not_right_opens_nothing(quan: User, spoil: Callable[[User], None]) -> None:
    browser = make.signed_in(quan)
    assert browser.get(LIST).status_code == 200
    spoil(quan)
    assert browser.get(LIST).status_code == 302


def test_the_signed_data_say_who_it_is(quan: User) -> None:
    browser = make.signed_in(quan)
    _of_somebody_else(quan)
    assert browser.get(LIST).wsgi_request.user == quan


def test_signing_out_forgets_the_session(quan: User) -> None:
    browser = make.signed_in(quan)
    browser.post("/dang-xuat/")
    assert not Session.objects.filter(user=quan).exists()
    assert browser.get(LIST).status_code == 302
