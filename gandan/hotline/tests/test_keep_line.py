"""A number belongs to one line in use."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.actions import LineFacts
from gandan.hotline.models import Line

from . import make

pytestmark = pytest.mark.django_db


def test_a_line_is_found_by_its_number_and_its_extension() -> None:
    line = make.order()
    assert line.dialled == "02203000114"
    assert Line.objects.reached_by("101").get() == line
    assert Line.objects.reached_by("02203000114").get() == line


def test_a_number_is_not_given_twice() -> None:
    make.security()
    facts = LineFacts(name="Khác", scope="x", unit=make.commune(), number="02203000113")
    with pytest.raises(RuleBroken, match="đường dây khác"):
        actions.keep_line(make.commune(), facts, by=make.hoa(), now=make.NOW)


def test_a_hotline_has_a_number() -> None:
    with pytest.raises(RuleBroken, match="số điện thoại"):
        actions.keep_line(
            make.commune(), LineFacts(name="Khác", scope="x", unit=make.commune()), by=make.hoa(), now=make.NOW
        )
