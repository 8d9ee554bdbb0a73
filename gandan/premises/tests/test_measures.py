"""The figures of the premises."""

import pytest

from gandan.measures import registry
from gandan.measures.scope import Scope
from gandan.premises import actions
from gandan.premises.models import Defect

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.charging()
    actions.check_amenity(one, make.look(), by=make.minh(), now=make.NOW)
    actions.check_amenity(one, make.look(is_ok=False, note="hỏng"), by=make.minh(), now=make.at(1))
    actions.fix_defect(Defect.objects.get(), make.photo(), by=make.minh(), now=make.at(3))
    scope = Scope((make.commune().pk,), make.NOW.date(), make.at(5).date(), make.at(5))
    told = registry.figures(scope, "amenities_working_share", "defects_fixed_days", "defects_overdue")
    assert {name: figure.value for name, figure in told.items()} == {
        "amenities_working_share": 50, "defects_fixed_days": 2, "defects_overdue": 0,
    }  # fmt: skip
