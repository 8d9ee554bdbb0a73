"""Rules change; the members must still meet them."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    team = make.team()
    data = {"name": team.name, "least_members": 3, "pattern": "office", "at_once": 1, "place": "Trung tâm"}
    make.signed_in(make.hoa()).post(f"/can-bo/to-doi/{team.pk}/sua/", data)
    team.refresh_from_db()
    assert team.pattern == "office"


def test_more_than_it_has_is_refused() -> None:
    with pytest.raises(RuleBroken, match="cần ít nhất 4"):
        actions.change_team(make.team(), make.facts(least_members=4), by=make.hoa(), now=make.NOW)


def test_another_commune_finds_nothing() -> None:
    assert make.signed_in(make.binh()).get(f"/can-bo/to-doi/{make.team().pk}/sua/").status_code == 404
