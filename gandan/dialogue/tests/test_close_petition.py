"""Filed."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.concluded()
    actions.tell_petitioner(one, "Trao tận tay", by=make.thu(), now=make.at(3))
    make.signed_in(make.thu()).post(f"{make.PETITIONS}{one.pk}/close-petition/")
    one.refresh_from_db()
    assert one.status == "closed"


def test_not_before_the_sender_knows() -> None:
    with pytest.raises(RuleBroken):
        actions.close_petition(make.concluded(), by=make.thu(), now=make.at(3))
