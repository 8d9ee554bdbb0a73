"""The doors for machines: what is proved is noted once, what is not leaves nothing."""

import hashlib
import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from gandan.gateways.models import CallReport, InboundMessage, Receipt, ZaloContact
from gandan.gateways.receipts import state_of
from gandan.gateways.signing import sign
from gandan.journal.models import Entry
from gandan.people.tests import make as people

from .zalo_double import APP, FOLLOWER

pytestmark = pytest.mark.django_db
SECRET = "bi-mat"
SMS, CALLS, ZALO = "/webhook/sms/sms-2/", "/webhook/tong-dai/", "/webhook/zalo/"
RECEIPT = {"reference": "r-1", "state": "delivered"}
CALL = {
    "call_id": "1763856000.17", "line": "02213900113", "from": "+84 912 345 118", "state": "ringing",
    "at": "2026-11-23T02:00:00+07:00",
}  # fmt: skip


@pytest.fixture(autouse=True)
def secrets(settings: Settings) -> None:
    people.commune()
    settings.SMS_SUPPLIERS = {
        "sms-1": {"url": "", "token": "", "secret": ""},
        "sms-2": {"url": "https://tin.vi.du", "token": "", "secret": SECRET},
    }
    settings.EXCHANGE_SECRET = SECRET
    settings.ZALO_APP, settings.ZALO_WEBHOOK_SECRET = APP, SECRET


def tell(address: str, told: Any, *, secret: str = SECRET, age: int = 0) -> Any:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    stamp = str(int(timezone.now().timestamp()) - age)
    headers = {"X-Timestamp": stamp, "X-Signature": sign(secret, stamp, body)}
    return Client(enforce_csrf_checks=True).post(address, body, content_type="application/json", headers=headers)


def zalo_event(name: str, **facts: Any) -> dict[str, Any]:
    return {"event_name": name, "app_id": APP, "timestamp": str(int(timezone.now().timestamp() * 1000)), **facts}


def tell_zalo(told: dict[str, Any], *, secret: str = SECRET, app: str = APP, prefix: str = "mac=") -> Any:
    body = json.dumps(told, ensure_ascii=False).encode()
    mac = hashlib.sha256(app.encode() + body + str(told.get("timestamp")).encode() + secret.encode()).hexdigest()
    headers = {"X-ZEvent-Signature": prefix + mac}
    return Client(enforce_csrf_checks=True).post(ZALO, body, content_type="application/json", headers=headers)


def assert_nothing_noted() -> None:
    kinds = (Receipt, CallReport, InboundMessage, ZaloContact)
    assert [kind.__name__ for kind in kinds if kind.objects.exists()] == []
    assert not Entry.objects.filter(kind__in=["ReceiptArrived", "CallReported", "ZaloMessageReceived"]).exists()


def test_a_receipt_is_noted_once() -> None:
    assert tell(SMS, RECEIPT).json() == {"noted": True}
    assert tell(SMS, RECEIPT).json() == {"noted": False}
    assert state_of("sms-2", "r-1") == "delivered"
    assert Entry.objects.filter(kind="ReceiptArrived").count() == 1


def test_a_late_word_of_failure_does_not_undo_an_arrival() -> None:
    tell(SMS, RECEIPT)
    tell(SMS, {"reference": "r-1", "state": "failed"})
    assert state_of("sms-2", "r-1") == "delivered"


def test_a_call_is_told_step_by_step() -> None:
    for state in ("ringing", "missed"):
        assert tell(CALLS, {**CALL, "state": state, "rings": 4}).json() == {"noted": True}
    assert tell(CALLS, {**CALL, "state": "missed"}).json() == {"noted": False}
    report = CallReport.objects.get(state="missed")
    assert (report.line, report.caller, report.rings, report.direction) == ("02213900113", "0912345118", 4, "in")
    told = Entry.objects.filter(kind="CallReported").order_by("pk").values_list("data__state", flat=True)
    assert list(told) == ["ringing", "missed"]
    assert "0912345118" not in json.dumps(list(Entry.objects.values_list("data", flat=True)))


def test_calls_to_other_lines_are_not_ours(settings: Settings) -> None:
    settings.EXCHANGE_LINES = ["101"]
    assert tell(CALLS, CALL).status_code == 400
    assert_nothing_noted()


@pytest.mark.parametrize(("address", "told"), [(SMS, RECEIPT), (CALLS, CALL)])
def test_the_forged_the_stale_and_the_oversized_leave_nothing(address: str, told: dict[str, Any]) -> None:
    assert tell(address, told, secret="khac").status_code == 401
    assert tell(address, told, age=400).status_code == 401
    assert tell(address, b" " * 300_000).status_code == 413
    assert tell(address, b"[1").status_code == 400
    assert tell(address, b"[1]").status_code == 400
    unsigned = Client().post(address, told, content_type="application/json")
    strange = Client().post(
        address, told, content_type="application/json", headers={"X-Signature": "ạ", "X-Timestamp": "١"}
    )
    assert (unsigned.status_code, strange.status_code) == (401, 401)
    assert Client().get(address).status_code == 405
    assert_nothing_noted()


@pytest.mark.parametrize("address", ["/webhook/sms/sms-1/", "/webhook/sms/la/"])
def test_unknown_suppliers_have_no_door(address: str) -> None:
    assert tell(address, RECEIPT, secret="").status_code == 404
    assert_nothing_noted()


def test_without_a_secret_there_is_no_door(settings: Settings) -> None:
    settings.EXCHANGE_SECRET = settings.ZALO_WEBHOOK_SECRET = ""
    assert tell(CALLS, CALL, secret="").status_code == 404
    assert tell_zalo(zalo_event("follow", follower={"id": FOLLOWER}), secret="").status_code == 404
    assert_nothing_noted()


@pytest.mark.parametrize("change", [{"state": "seen"}, {"state": None}, {"reference": ""}, {"reference": "x" * 101}])
def test_receipts_that_say_nothing(change: dict[str, Any]) -> None:
    assert tell(SMS, {**RECEIPT, **change}).status_code == 400
    assert_nothing_noted()


@pytest.mark.parametrize(
    "change",
    [
        {"state": "busy"},
        {"at": "2026-11-23T02:00:00"},
        {"at": "hôm qua"},
        {"line": ""},
        {"call_id": "../x"},
        {"direction": "up"},
        {"rings": -1},
        {"rings": True},
        {"seconds": 10**9},
        {"recording": "../../data.key"},
        {"recording": ".an.wav"},
        {"recording": "x.exe"},
    ],
    ids=str,
)
def test_calls_that_are_not_understood(change: dict[str, Any]) -> None:
    assert tell(CALLS, {**CALL, **change}).status_code == 400
    assert_nothing_noted()


def message(number: str = "cb31dff1c39642cc1b83", **more: Any) -> dict[str, Any]:
    told = {"text": "Đường ngập ở khu 5", "msg_id": number, **more}
    return zalo_event("user_send_text", sender={"id": FOLLOWER}, recipient={"id": "366"}, message=told)


def test_a_message_in_zalo_is_kept_sealed_and_told_once() -> None:
    told = message()
    assert [tell_zalo(told).status_code for _ in range(2)] == [200, 200]
    kept = InboundMessage.objects.get()
    assert (kept.channel, kept.text, kept.sender) == ("zalo", "Đường ngập ở khu 5", FOLLOWER)
    entry = Entry.objects.get(kind="ZaloMessageReceived")
    assert entry.data == {"message_id": kept.pk, "contact_id": kept.contact_id}


def test_pictures_come_with_their_address() -> None:
    attachments = [
        {"type": "image", "payload": {"url": "https://f21.photo.zdn.vn/a.jpg", "thumbnail": "x"}},
        {"type": "sticker", "payload": {"id": "1"}},
        "lạ",
    ]
    told = {**message(attachments=attachments), "event_name": "user_send_image"}
    assert tell_zalo(told).status_code == 200
    (file,) = InboundMessage.objects.get().files.all()
    assert (file.kind, file.source) == ("image", "https://f21.photo.zdn.vn/a.jpg")


def test_following_and_no_longer() -> None:
    for name in ("follow", "follow", "unfollow", "follow"):
        assert tell_zalo(zalo_event(name, follower={"id": FOLLOWER})).status_code == 200
    told = Entry.objects.filter(kind__startswith="Zalo").order_by("pk").values_list("kind", flat=True)
    assert list(told) == ["ZaloFollowed", "ZaloUnfollowed", "ZaloFollowed"]


def test_a_shared_telephone_is_remembered() -> None:
    info = {"phone": 84912345118, "name": "Nguyễn Thị Lan"}
    tell_zalo(zalo_event("user_submit_info", sender={"id": FOLLOWER}, info=info))
    assert ZaloContact.objects.get().phone == "0912345118"


def test_receipts_of_zns_and_of_messages_are_told_apart() -> None:
    tell_zalo(zalo_event("user_received_message", message={"msg_id": "z-1", "delivery_time": "1763856000000"}))
    tell_zalo(zalo_event("user_seen_message", message={"msg_ids": ["o-1", "o-2"]}))
    assert [state_of("zalo-zns", "z-1"), state_of("zalo-oa", "o-1"), state_of("zalo-oa", "o-2")] == [
        "delivered",
        "seen",
        "seen",
    ]


def test_what_we_do_not_know_is_answered_and_forgotten() -> None:
    for name in ("oa_send_text", "shop_has_order", "user_send_text", "follow"):
        assert tell_zalo(zalo_event(name, sender="lạ", message=["lạ"], follower=7)).status_code == 200
    assert_nothing_noted()


def test_zalo_forged_stale_or_for_another_app_leaves_nothing() -> None:
    old = {**message(), "timestamp": str(int((timezone.now() - timedelta(days=2)).timestamp() * 1000))}
    answers = [
        tell_zalo(message(), secret="khac"),
        tell_zalo(message(), prefix="ạ"),
        tell_zalo(old),
        tell_zalo({**message(), "app_id": "1"}),
        tell_zalo({**message(), "timestamp": "9" * 30}),
        tell_zalo({"event_name": "follow"}),
        Client().post(ZALO, b"[" * 200_000, content_type="application/json"),
        Client().post(ZALO, b" " * 300_000, content_type="application/json"),
    ]
    assert [one.status_code for one in answers] == [401, 401, 401, 401, 400, 400, 400, 413]
    assert_nothing_noted()
