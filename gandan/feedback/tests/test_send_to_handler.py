"""About a running dossier (S3.7)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_to_the_handler_and_his_leader() -> None:
    make.hoa()
    one, dossier = make.about_dossier()
    part = make.lead(make.fresh(one))
    assert (part.person, part.leader, one.dossier) == (make.minh(), make.hoa(), dossier)
    assert "Đề nghị sớm" in part.words
    with pytest.raises(RuleBroken, match="không gắn"):
        actions.send_to_handler(make.feedback(), by=make.minh(), now=make.NOW)
