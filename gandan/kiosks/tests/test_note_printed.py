"""A receipt is printed once."""

import pytest

from gandan.kiosks import actions

from . import make
from .test_file_visit import filled

pytestmark = pytest.mark.django_db


def test_the_first_prints() -> None:
    make.programme()
    filing = actions.file_visit(filled(), is_handwritten=False, now=make.EVENING)
    assert [actions.note_printed(filing, now=make.EVENING) for _ in range(2)] == [True, False]
