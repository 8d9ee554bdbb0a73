"""An authenticator app is tied once, by a code that it shows. (From the page: test_sign_in.)"""

import pytest
from allauth.mfa.models import Authenticator

from gandan.people import actions
from gandan.people.second_factor import is_enrolled

from . import make
from .test_sign_in import SECRET, code_at

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.staff()
    assert actions.enrol_second_factor(minh, secret=SECRET, typed=code_at(make.NOW), now=make.NOW)
    assert is_enrolled(minh)
    assert len(Authenticator.objects.get(user=minh, type="recovery_codes").wrap().get_unused_codes()) == 10


def test_a_wrong_code_ties_nothing() -> None:
    minh = make.staff()
    assert not actions.enrol_second_factor(minh, secret=SECRET, typed="", now=make.NOW)
    assert not is_enrolled(minh)


def test_a_second_app_does_not_replace_the_first() -> None:
    minh = make.staff()
    actions.enrol_second_factor(minh, secret=SECRET, typed=code_at(make.NOW), now=make.NOW)
    other = SECRET[::-1]
    assert not actions.enrol_second_factor(minh, secret=other, typed=code_at(make.NOW, other), now=make.NOW)
