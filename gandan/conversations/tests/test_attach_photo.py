"""A picture that comes after its words, cleaned; what is no picture stays out."""

import pytest

from gandan.conversations import actions
from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as dossiers
from gandan.gateways import actions as gateways
from gandan.gateways.models import InboundFile
from gandan.journal.tests.settle import settle

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    from gandan.conversations.models import TurnPhoto

    make.commune()
    message = make.zalo()
    settle()
    for content in (dossiers.photo().read(), b"MZ no picture"):
        file = InboundFile.objects.create(message=message, kind="image", source="https://x")
        gateways.keep_file(file, content, now=make.at(1))
    settle()
    assert TurnPhoto.objects.get().media_type == "image/jpeg"


def test_not_more_than_a_few() -> None:
    turn = make.thread().turns.get()
    for side in range(4):
        actions.attach_photo(turn, make.photo(side=60 + side), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="tối đa"):
        actions.attach_photo(turn, make.photo(side=99), now=make.MONDAY)
