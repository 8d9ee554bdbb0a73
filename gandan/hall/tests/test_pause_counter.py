"""A break."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.tests import make

pytestmark = pytest.mark.django_db


def test_only_whoever_sits_there_pauses() -> None:
    counter, _ = make.open_counter()

    with pytest.raises(RuleBroken, match="không do"):
        actions.pause_counter(counter, by=make.officer("lan"), now=make.at(5))
