"""Each hearing is written down before a sound is heard."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db


def test_every_opening_is_logged() -> None:
    one = make.asked()
    address = f"{make.OFFICER}nghe-lai/{one.pk}/nghe/"
    minh = make.signed_in(make.minh())
    assert minh.post(address).status_code != 200
    actions.approve_listening(one, by=make.hoa(), now=make.at(hours=3))
    for _ in range(2):
        answer = minh.post(address)
        assert answer.getvalue() == b"RIFF loi noi"
        assert answer["Cache-Control"] == "private, no-store"
    assert one.hearings.count() == 2
    assert Entry.objects.filter(kind="RecordingHeard", actor_id=make.minh().pk).count() == 2
    assert minh.get(address).status_code == 405


def test_nobody_else_hears_it() -> None:
    one = make.heard()
    with pytest.raises(RuleBroken, match="Chỉ người yêu cầu"):
        actions.listen(one, by=make.nam(), now=make.NOW)
