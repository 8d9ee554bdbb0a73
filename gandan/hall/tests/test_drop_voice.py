"""Taking the commune's own voice away."""

import pytest

from gandan.hall import actions
from gandan.hall.models import VoiceClip
from gandan.hall.tests import make
from gandan.hall.tests.test_board import recording
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.officer()
    actions.keep_voice(people.commune(), clips={"một": recording()}, by=minh, now=make.at(0))

    assert people.signed_in(minh).post("/can-bo/quay/giong-doc/", {"bo": "1"}).status_code == 302

    assert not VoiceClip.objects.exists()
