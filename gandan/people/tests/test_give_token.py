"""Tokens for programs: shown once, kept as a hash."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import ApiToken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.staff()
    token = actions.give_token(minh, now=make.NOW)
    kept = ApiToken.objects.get()
    assert token not in kept.token_hash
    assert actions.user_of_token(token, now=make.NOW) == minh
    assert Entry.objects.about(minh).get().data == {"user_id": minh.pk, "token_id": kept.pk}


def test_from_the_command_line() -> None:
    minh, out = make.staff(), StringIO()
    call_command("token", "minh", stdout=out)
    assert actions.user_of_token(out.getvalue().strip(), now=make.NOW) == minh


def test_an_unknown_name_ends_with_one_line() -> None:
    with pytest.raises(CommandError, match="khong-co"):
        call_command("token", "khong-co")


def test_only_for_active_staff() -> None:
    with pytest.raises(RuleBroken, match="cán bộ đang hoạt động"):
        actions.give_token(make.citizen(), now=make.NOW)
    with pytest.raises(RuleBroken, match="cán bộ đang hoạt động"):
        actions.give_token(make.staff(is_active=False), now=make.NOW)
