from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    adoption = make.adoption(make.clerk(), obligation="mandatory")
    assert (adoption.status, adoption.directive_no) == (A.ASSIGNED, "500/UBND-VHXH")


def test_the_same_again_changes_nothing() -> None:
    minh, version = make.clerk(), make.version()
    first = make.adoption(minh, version.reform, obligation="encouraged")
    again = make.adoption(minh, version.reform, obligation="encouraged")
    assert first.pk == again.pk
    assert Entry.objects.about(first).count() == 1


def test_what_asks_more_prevails() -> None:
    minh, version = make.clerk(), make.version()
    make.adoption(minh, version.reform, obligation="mandatory")
    weaker = make.adoption(minh, version.reform, obligation="reference", directive_no="10/UBND")
    assert (weaker.obligation, weaker.directive_no) == ("mandatory", "10/UBND")


def test_an_own_wish_becomes_a_duty() -> None:
    hoa, version = make.leader(), make.version()
    make.adoption(hoa, version.reform)
    assert make.adoption(hoa, version.reform, obligation="mandatory").status == A.STUDYING


def test_a_deadline_in_the_past_is_refused() -> None:
    with pytest.raises(RuleBroken, match="Hạn triển khai đã qua"):
        make.adoption(make.clerk(), obligation="mandatory", due_at=make.NOW - timedelta(minutes=1))
