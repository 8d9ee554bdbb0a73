"""A verdict on each paper; the sender is told under the officer's name."""

import pytest

from gandan.conversations import actions
from gandan.conversations.workflow import Outcome, outcome_of
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    one = make.with_photos()
    address = f"{make.OFFICER}giay-to/{one.pk}/"
    desk = make.at_desk(make.mai())
    desk.post(address, {"v-birth_proof": "unclear", "r-birth_proof": "ảnh mờ góc trên", "v-id_card": "not_needed",
                        "v-authorisation": "not_needed"})  # fmt: skip
    one.refresh_from_db()
    said = one.thread.turns.last()
    assert said
    assert (one.outcome, said.author) == ("incomplete", make.mai())
    assert "ảnh mờ góc trên" in said.text
    desk.post(address, {"v-birth_proof": "ok", "v-id_card": "not_needed", "v-authorisation": "not_needed"})
    one.refresh_from_db()
    said = one.thread.turns.last()
    assert said
    assert one.outcome == "complete"
    assert one.code in said.text
    assert make.fresh(one.thread).is_in_time


def test_rules() -> None:
    one = make.precheck()
    with pytest.raises(RuleBroken, match="Chưa có ảnh"):
        actions.judge_precheck(one, {"birth_proof": actions.Judgement("ok")}, by=make.mai(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="vì sao"):
        actions.judge_precheck(one, {"birth_proof": actions.Judgement("unclear")}, by=make.mai(), now=make.MONDAY)


@pytest.mark.parametrize(
    ("verdicts", "outcome"),
    [([], ""), (["ok", ""], ""), (["ok", "not_needed"], "complete"), (["ok", "missing"], "incomplete")],
)
def test_outcome(verdicts: list[str], outcome: str) -> None:
    assert outcome_of(verdicts) == Outcome(outcome)
