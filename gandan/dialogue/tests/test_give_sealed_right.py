"""By the leader, to a person, with a reason."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import SealedReader

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    browser = make.signed_in(make.hoa())
    browser.post(make.PETITIONS + "quyen/", {"user": make.minh().pk, "reason": "Thụ lý"})
    assert SealedReader.objects.get().user == make.minh()


def test_only_by_the_leader() -> None:
    assert make.signed_in(make.thu()).get(make.PETITIONS + "quyen/").status_code == 404
    with pytest.raises(RuleBroken, match="lãnh đạo"):
        actions.give_sealed_right(make.commune(), make.thu(), "x", by=make.thu(), now=make.NOW)


def test_once() -> None:
    make.reader()
    with pytest.raises(RuleBroken, match="đã có quyền"):
        make.reader()


def test_not_to_another_commune() -> None:
    with pytest.raises(RuleBroken, match="không làm việc"):
        make.reader(make.binh())
