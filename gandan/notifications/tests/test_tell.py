import pytest

from gandan.dossiers import actions
from gandan.dossiers.models import Channel
from gandan.dossiers.tests import fast, make, office
from gandan.dossiers.workflow import Status
from gandan.journal.models import Entry
from gandan.journal.tests.settle import settle
from gandan.notifications.actions import tell
from gandan.notifications.addressees import Addressee
from gandan.notifications.models import Notice, Preference, Urgency
from tests.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def said() -> list[str]:
    return [notice.subject for notice in Notice.objects.order_by("pk")]


def test_it_works() -> None:
    lan = make.citizen()
    make.dossier(Status.RECEIVED, owner=lan, channel=Channel.COUNTER)
    settle()
    submitted, received = Notice.objects.order_by("pk")
    assert "Trung tâm đã thấy hồ sơ" in submitted.subject
    assert received.subject == "Giấy hẹn: nhận kết quả thứ\u00a0Năm,\u00a026/11, trước 17\u00a0giờ"
    assert "Kính gửi bà Lan," in received.text
    assert received.dossier is not None
    assert f"/theo-doi/{received.dossier.key}/" in received.text
    assert received.short.startswith("Xã Chí Minh: Giấy hẹn: nhận kết quả")


def test_every_turn_of_a_dossier_is_told_in_words() -> None:
    lan = make.citizen()
    ends = (Status.SUPPLEMENT, Status.PAYMENT, Status.RETURNED, Status.REFUSED, Status.WITHDRAWN, Status.STOPPED)
    for number, status in enumerate(ends):
        make.dossier(status, owner=lan, of=make.version(f"1.00010{number}"))
    settle()
    texts = [f"{notice.subject}\n{notice.text}\n{notice.short}" for notice in Notice.objects.all()]
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
    letter = Notice.objects.filter(subject__startswith="Xin lỗi").get()
    assert "trả chậm vì công an xã chưa xác minh xong." in letter.text
    assert "Xã Chí Minh" in letter.text
    assert "26/11, trước 17\u00a0giờ. Ngày trả mới: thứ\u00a0Hai,\u00a030/11" in letter.text
    assert letter.is_required


def test_an_event_told_twice_is_one_notice() -> None:
    one = make.dossier(owner=make.citizen())
    settle()
    settle()
    entry = Entry.objects.about(one).first()
    assert entry is not None
    to = Addressee(name="Lan", commune=one.commune, user=one.owner)
    assert tell(to, event="dossier_submitted", entry=entry, dossier=one) == Notice.objects.get()


def test_a_promise_for_the_day_that_is_given_up_is_apologised_for_in_our_own_words() -> None:
    fast.no_waiting()
    one = make.dossier(Status.RECEIVED, of=fast.version(days=3), now=fast.TUESDAY, owner=make.citizen())
    actions.fall_back(one, reason="Bà Lan chưa nộp giấy", by=office.minh(), now=make.moment(24, 16))
    settle()
    letter = Notice.objects.filter(subject__startswith="Xin lỗi").get()
    assert "hẹn lại thứ\u00a0Sáu,\u00a027/11" in letter.subject
    assert "chưa nộp giấy" not in letter.text


def test_what_nobody_must_know_is_not_sent_to_who_does_not_want_it(clock: Clock) -> None:
    lan = make.citizen()
    Preference.objects.create(user=lan, wants_ordinary=False, changed_at=clock.now)
    make.dossier(owner=lan)
    settle()
    notice = Notice.objects.get()
    assert (notice.status, notice.next_at, notice.messages.count()) == ("sent", None, 0)


def test_nobody_is_told_what_need_not_be_told_when_there_is_no_way_to_reach_them() -> None:
    one = make.dossier()
    entry = Entry.objects.about(one).first()
    assert entry is not None
    nobody = Addressee(name="Trần Văn Không", commune=one.commune)
    assert tell(nobody, event="dossier_submitted", entry=entry, dossier=one) is None
    must = tell(nobody, event="dossier_submitted", entry=entry, required=True, dossier=one)
    assert must is not None
    assert must.urgency == Urgency.REQUIRED
