"""What the demonstration shows of questions: answered, late and published ones, papers checked ahead, a touchpoint."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.conversations import actions
from gandan.conversations.actions import Answer, Asking, ChannelFacts, PostFacts, TouchFacts
from gandan.conversations.models import AskedBy, ChannelKind, Touchpoint
from gandan.people.models import User
from gandan.places.models import Agency

BIRTH = "1.001193"
ANSWERED = (
    (52, "Cháu sinh ở bệnh viện tỉnh khác thì khai sinh ở xã được không?",
     "Được. Mang giấy chứng sinh, xã làm tại nơi ở của bố hoặc mẹ."),
    (30, "Chứng thực bản sao có phải mang bản chính không?", "Có. Mang bản chính để đối chiếu, bản chính được trả lại ngay."),
    (27, "Xác nhận tình trạng hôn nhân mất mấy ngày?", "3 ngày làm việc. Chưa đăng ký kết hôn lần nào thì chỉ cần tờ khai."),
)  # fmt: skip


def tell(commune: Agency, people: Mapping[str, User], *, now: datetime) -> None:
    """Duties, a channel with a post, a touchpoint, questions in every state, one precheck begun."""
    leader, officer = people["lanhdao"], people["chuyenvien"]
    begun = now - timedelta(weeks=3)
    actions.give_field_duty(commune, "", people["motcua"], by=leader, now=begun)
    for field in Procedure.objects.filter(code=BIRTH).values_list("field", flat=True):
        actions.give_field_duty(commune, field, officer, by=leader, now=begun)
    channel = actions.keep_community_channel(
        commune, ChannelFacts(name="Trang hỏi đáp của xã", kind=ChannelKind.WEB, about="Tin của xã, hỏi trước khi đến."),
        by=leader, now=begun,
    )  # fmt: skip
    words = PostFacts(title="Hỏi trước khi đến", body="Bà con chụp giấy tờ gửi trước, xã xem giúp còn thiếu gì.")
    post = actions.write_post(channel, words, by=people["truyenthong"], now=begun)
    actions.moderate_post(post, is_shown=True, is_pinned=True, by=leader, now=begun)
    point = _touchpoint(commune, leader, begun)
    _questions(commune, officer, point, now)


def _touchpoint(commune: Agency, leader: User, now: datetime) -> Touchpoint:
    facts = TouchFacts(
        name="Bảng tin thôn 3", place="cổng nhà văn hóa thôn 3", topic="Khai sinh cho trẻ",
        body="Khai sinh trong 60 ngày từ ngày sinh. Mang giấy chứng sinh. Đúng hạn thì không thu lệ phí.",
        procedures=Procedure.objects.filter(code=BIRTH),
    )  # fmt: skip
    return actions.keep_touchpoint(commune, facts, by=leader, now=now)


def _questions(commune: Agency, officer: User, point: Touchpoint, now: datetime) -> None:
    for hours, question, answer in ANSWERED:
        at = now - timedelta(hours=hours)
        one = actions.ask(commune, Asking(text=question), by=None, now=at)
        actions.answer_thread(one, Answer(answer), by=officer, now=at + timedelta(minutes=40))
        actions.publish_thread(one, question, answer, by=officer, now=at + timedelta(hours=1))
    for _ in range(25):
        actions.open_touch(point, now=now - timedelta(hours=2))
    told = Asking(text="Khai sinh muộn có bị phạt không?", channel=AskedBy.TOUCHPOINT, touchpoint=point)
    actions.ask(commune, told, by=None, now=now - timedelta(hours=1))
    version = ProcedureVersion.objects.in_force(now.date()).filter(procedure__code=BIRTH).first()
    if version is not None:
        told = Asking(text="Tôi làm ăn xa, nhờ bà nội nộp khai sinh cho cháu được không?", procedure=version.procedure)
        far = actions.ask(commune, told, by=None, now=now - timedelta(minutes=50))
        check = actions.begin_precheck(far, version, by=None, now=now - timedelta(minutes=45))
        actions.keep_precheck_person(
            check, {"applicant_name": "Phạm Thị Lan"}, is_far_away=True, now=now - timedelta(minutes=40)
        )
