"""Every step of a model has its action, its address, its button; every status can be reached."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from gandan.core.workflow import Step
from gandan.reforms import actions
from gandan.reforms.models import Recognition
from gandan.reforms.tests import make
from gandan.reforms.workflow import STEPS, Status

OF_THE_IDEA = {"propose", "merge"}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.verb)
def test_every_step_has_an_action_and_an_address(step: Step) -> None:
    assert hasattr(actions, step.verb)
    if step.verb in OF_THE_IDEA:
        assert reverse("reforms:idea", args=["ma"])
    else:
        assert reverse(f"reforms:{step.verb}", args=["ma"])
        assert reverse(f"reforms:province_{step.verb}", args=["ma"])


@pytest.mark.parametrize("step", Recognition.steps, ids=lambda step: step.verb)
def test_every_step_of_a_recognition_too(step: Step) -> None:
    assert hasattr(actions, step.verb)
    assert reverse(f"reforms:{step.verb}", args=[1])


def test_every_status_can_be_reached() -> None:
    reached = {str(Status.IDEA)}
    while more := {step.end for step in STEPS if step.start & reached} - reached:
        reached |= more
    assert reached == {str(status) for status in Status}


@pytest.mark.django_db
def test_the_list_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    actions.load_shipped(now=make.NOW)
    call_command("reforms", "list", "--json")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == 54
    thursday = next(one for one in lines if one["code"] == "ngay-thu-nam-khong-hen")
    assert thursday == {
        "code": "ngay-thu-nam-khong-hen", "name": "Ngày thứ năm không hẹn",
        "owner": "Thành phố Sa Đéc, tỉnh Đồng Tháp", "year": 2023, "package": True, "status": "recognised",
    }  # fmt: skip
