"""The asker goes on: the hour stays while an answer is waited for, a new one begins after it."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    made = make.answered()
    form = {"text": "Có cần sổ hộ khẩu không?", "press_key": "k9", "website": ""}
    for _ in range(2):
        assert Client().post(f"/hoi-dap/{made.key}/", form).status_code == 302
    again = make.fresh(made)
    assert again.status == "open"
    assert again.turns.filter(side="asker").count() == 2
    assert again.answer_minutes == 60, "the first answer stays measured"


def test_the_hour_stays_while_waiting() -> None:
    made = make.thread()
    actions.write_on(made, make.asking("Cháu sinh ở nhà"), now=make.at(2))
    assert make.fresh(made).answer_by == made.answer_by


def test_nothing_said() -> None:
    with pytest.raises(RuleBroken):
        actions.write_on(make.thread(), make.asking(" "), now=make.MONDAY)


def test_zalo_goes_on_in_the_same_thread() -> None:
    from gandan.conversations.models import Thread
    from gandan.journal.tests.settle import settle

    make.commune()
    make.zalo()
    make.zalo("Cháu sinh ở nhà", number="m-2", now=make.at(1))
    settle()
    made = Thread.objects.get()
    assert [str(one.text) for one in made.turns.filter(side="asker")] == [make.WORDS, "Cháu sinh ở nhà"]
    make.zalo("Hỏi việc khác", number="m-3", now=make.at(24 * 9))
    settle()
    assert Thread.objects.count() == 2
