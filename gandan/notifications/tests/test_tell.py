import pytest
from django.core import mail

from gandan.dossiers import actions
from gandan.dossiers.models import Channel
from gandan.dossiers.tests import fast, make, office
from gandan.dossiers.workflow import Status
from gandan.journal.tests.settle import settle
from gandan.notifications.models import Message, MessageChannel

pytestmark = pytest.mark.django_db


def said(channel: str = MessageChannel.SCREEN) -> list[str]:
    return [message.subject for message in Message.objects.filter(channel=channel).order_by("pk")]


def test_it_works() -> None:
    lan = make.citizen()
    make.dossier(Status.RECEIVED, owner=lan, channel=Channel.COUNTER)
    settle()
    submitted, received = Message.objects.filter(channel=MessageChannel.SCREEN).order_by("pk")
    assert "Trung tâm đã thấy hồ sơ" in submitted.subject
    assert received.subject == "Giấy hẹn: nhận kết quả thứ\u00a0Năm,\u00a026/11, trước 17\u00a0giờ"
    assert "Kính gửi bà Lan," in received.text
    assert f"/theo-doi/{received.dossier.key}/" in received.text


def test_every_turn_of_a_dossier_is_told_in_words() -> None:
    lan = make.citizen()
    ends = (Status.SUPPLEMENT, Status.PAYMENT, Status.RETURNED, Status.REFUSED, Status.WITHDRAWN, Status.STOPPED)
    for number, status in enumerate(ends):
        make.dossier(status, owner=lan, of=make.version(f"1.00010{number}"))
    settle()
    texts = [f"{message.subject}\n{message.text}" for message in Message.objects.all()]
    assert len(said()) == 16
    assert not [text for text in texts if "{{" in text or "None" in text or "&" in text]
    assert any("Gửi trước" in text and "chỉ yêu cầu một lần này" in text for text in texts)
    assert any("cần nộp 8.000" in text for text in texts)
    assert any("Đất thuộc xã Tứ Kỳ" in text for text in texts)


def test_the_apology_names_cause_agency_and_both_dates() -> None:
    one = make.dossier(Status.PROCESSING, owner=make.citizen())
    apology = actions.Apology("Công an xã chưa xác minh xong.", one.agency, make.moment(30, 17))
    actions.draft_extension(one, apology=apology, by=None, now=make.moment(25, 9))
    actions.extend(one, by=make.leader("hai"), now=make.moment(25, 10))
    settle()
    letter = Message.objects.filter(subject__startswith="Xin lỗi").get()
    assert "trả chậm vì công an xã chưa xác minh xong." in letter.text
    assert "Xã Chí Minh" in letter.text
    assert "26/11, trước 17\u00a0giờ. Ngày trả mới: thứ\u00a0Hai,\u00a030/11" in letter.text


def test_an_event_told_twice_is_one_message() -> None:
    make.dossier(owner=make.citizen())
    settle()
    settle()
    assert len(said()) == 1


def test_someone_with_an_address_gets_a_letter_too() -> None:
    lan = make.citizen()
    lan.email = "lan@example.vn"
    lan.save()
    make.dossier(owner=lan)
    settle()
    [letter] = mail.outbox
    assert letter.to == ["lan@example.vn"]
    assert letter.subject.startswith("Trung tâm đã thấy hồ sơ")
    assert said(MessageChannel.EMAIL) == said(MessageChannel.SCREEN)


def test_nobody_is_written_to_without_account_or_address() -> None:
    make.dossier()
    settle()
    assert not Message.objects.exists()


def test_a_promise_for_the_day_that_is_given_up_is_apologised_for_in_our_own_words() -> None:
    fast.no_waiting()
    one = make.dossier(Status.RECEIVED, of=fast.version(days=3), now=fast.TUESDAY, owner=make.citizen())
    actions.fall_back(one, reason="Bà Lan chưa nộp giấy", by=office.minh(), now=make.moment(24, 16))
    settle()
    letter = Message.objects.filter(channel=MessageChannel.SCREEN, subject__startswith="Xin lỗi").get()
    assert "hẹn lại thứ\u00a0Sáu,\u00a027/11" in letter.subject
    assert "chưa nộp giấy" not in letter.text
