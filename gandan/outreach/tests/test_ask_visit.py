"""A visit asked for: by anybody, never refused for a missing paper."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make
from gandan.outreach import actions
from gandan.outreach.models import HomeVisit
from gandan.outreach.workflow import VisitStatus

from . import field

pytestmark = pytest.mark.django_db


def test_a_neighbour_asks_for_a_disabled_person() -> None:
    made = field.visit(evidence="")
    assert (made.status, made.group, made.is_verified) == (VisitStatus.REQUESTED, "disabled", False)
    assert (made.asked_by, made.phone) == ("Hàng xóm Lê Văn Tư", "0912345119")


@pytest.mark.parametrize("group", field.SIX)
def test_the_six_groups(group: str) -> None:
    assert field.visit(group=group).status == VisitStatus.REQUESTED


def test_a_healthy_person_is_offered_the_post() -> None:
    made = field.visit(group="")
    assert made.status == VisitStatus.OFFERED_POST


def test_a_commune_adds_its_own_groups() -> None:
    field.home_service(groups=["disabled", "welfare", "elderly"])
    assert field.visit(group="welfare").status == VisitStatus.REQUESTED
    assert field.visit(group="wounded").status == VisitStatus.OFFERED_POST


def test_the_same_form_twice_is_one_request() -> None:
    first, second = field.visit(key="k" * 32), field.visit(key="k" * 32)
    assert first == second
    assert HomeVisit.objects.count() == 1


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        pytest.param({"name": " "}, "họ tên", id="name"),
        pytest.param({"phone": "12"}, "số", id="phone"),
        pytest.param({"group": "rich"}, "nhóm", id="group"),
    ],
)
def test_what_is_not_clear_is_asked_again(facts: dict[str, str], said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        field.visit(**facts)


def test_not_where_the_commune_does_not_serve_at_home() -> None:
    with pytest.raises(RuleBroken, match="chưa mở"):
        actions.ask_visit(make.commune(), field.asked(), by=None, now=field.MONDAY)
