"""A slip in the queue, once for each call; urgent security goes to the police at once."""

import pytest

from gandan.feedback.models import Channel, Feedback
from gandan.feedback.workflow import Status
from gandan.hotline import actions
from gandan.hotline.actions import Slip

from . import make

pytestmark = pytest.mark.django_db


def test_a_slip_is_written_once() -> None:
    make.promise()
    call = make.answered()
    made = actions.write_slip(
        call, Slip(text="Vỉa hè bị lấn chiếm", category="giao_thong.le_duong"), by=make.minh(), now=make.NOW
    )
    again = actions.write_slip(call, Slip(text="Vỉa hè bị lấn chiếm"), by=make.minh(), now=make.NOW)
    assert again == made
    assert (made.channel, made.sender_phone) == (Channel.HOTLINE, make.CALLER)
    assert make.fresh(call).feedback == made
    assert make.fresh(call).answered_by == make.minh()


def test_urgent_security_goes_to_the_police_at_once() -> None:
    make.dung()
    made = actions.write_slip(
        make.answered(), Slip(text="Đánh nhau ở chợ", category="an_ninh.khan"), by=make.dung(), now=make.NOW
    )
    assert made.status == Status.DIRECTED
    assert made.parts.get().unit == make.police()


def test_from_the_page_of_the_call() -> None:
    make.promise()
    call = make.answered()
    minh = make.signed_in(make.minh())
    minh.post(
        f"{make.OFFICER}cuoc-goi/{call.pk}/phieu/",
        {"text": "Rác tồn đọng", "category": "moi_truong.rac", "reply_by": "call"},
    )
    assert Feedback.objects.get().code in minh.get(f"{make.OFFICER}cuoc-goi/{call.pk}/").content.decode()
    broken = minh.post(f"{make.OFFICER}cuoc-goi/{make.answered(call_id='5').pk}/phieu/", {"text": ""})
    assert "Lỗi:" in broken.content.decode()
