"""A wrong press is taken back."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.models import Support

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = actions.log_support(make.commune(), actions.Help("advice"), by=make.minh(), now=make.NOW)
    make.signed_in(make.minh()).post(f"/can-bo/luot-ho-tro/{one.pk}/bo/")
    assert not Support.objects.exists()


def test_only_by_who_pressed() -> None:
    one = actions.log_support(make.commune(), actions.Help("advice"), by=make.minh(), now=make.NOW)
    with pytest.raises(RuleBroken, match="Chỉ người ghi"):
        actions.undo_support(one, by=make.hoa(), now=make.NOW)
