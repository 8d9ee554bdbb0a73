"""Text messages by SMPP, against a strict message centre on a real socket."""

import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pytest_django import Settings

from gandan.gateways.carriers import CarrierDown, CarrierRefused, carrier
from gandan.gateways.carriers.smpp import open_link
from gandan.gateways.models import Receipt
from gandan.gateways.receipts import state_of
from gandan.gateways.smpp.coding import TooLong, parts_of
from gandan.gateways.smpp.link import LinkDown, close_links
from gandan.gateways.smpp.wording import address_of, receipt_in
from gandan.journal.models import Entry

from .smsc import Smsc, text_of

VIETNAMESE = "UBND xã Chí Minh: hồ sơ 0001 đã có kết quả, mời ông/bà tới Trung tâm nhận trước 17 giờ ngày 30/11. " * 2


@pytest.fixture
def smsc(settings: Settings) -> Iterator[Smsc]:
    centre = Smsc()
    settings.SMS_SUPPLIERS = {"sms-1": {"url": centre.url, "token": centre.password, "secret": ""}}
    settings.CARRIERS = {"sms": {"sms-1": "gandan.gateways.carriers.smpp.SmppCarrier"}}
    yield centre
    close_links()
    centre.close()


def send(text: str = "Ho so da xong", to: str = "0912345118") -> str:
    return carrier("sms-1").send(to, text, "m-1")


def wait_for(claim: Callable[[], object]) -> None:
    until = time.monotonic() + 5
    while not claim():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.01)


def test_a_short_message_is_one_part(smsc: Smsc) -> None:
    assert send() == "m1"
    (part,) = smsc.taken
    assert (part.source, part.to, part.coding, text_of([part])) == ("UBND", "84912345118", 0, "Ho so da xong")


@pytest.mark.django_db
def test_vietnamese_in_parts_is_put_together_again(smsc: Smsc) -> None:
    reference = send(VIETNAMESE)
    assert reference == f"m1+{len(smsc.taken)}"
    assert len(smsc.taken) == 3
    assert {one.coding for one in smsc.taken} == {8}
    assert text_of(smsc.taken) == VIETNAMESE


def test_one_session_serves_many_messages(smsc: Smsc) -> None:
    for _ in range(3):
        send()
    assert (smsc.binds, len(smsc.taken)) == (1, 3)


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        pytest.param(0x0B, CarrierRefused, id="the number is wrong"),
        pytest.param(0x58, CarrierDown, id="throttled"),
        pytest.param(0x14, CarrierDown, id="their queue is full"),
        pytest.param(0x08, CarrierDown, id="their system failed"),
    ],
)
def test_refusals_say_whether_trying_again_helps(smsc: Smsc, status: int, failure: type[Exception]) -> None:
    smsc.answers = [status]
    with pytest.raises(failure, match=f"0x{status:08X}"):
        send()
    assert send() == "m1", "the session lives on"


def test_the_centre_itself_refuses_what_is_no_telephone(smsc: Smsc) -> None:
    with pytest.raises(CarrierRefused):
        send(to="0123")


def test_a_wrong_password_is_down_not_lost(smsc: Smsc, settings: Settings) -> None:
    settings.SMS_SUPPLIERS = {"sms-1": {"url": smsc.url, "token": "sai", "secret": ""}}
    with pytest.raises(CarrierDown):
        send()
    assert smsc.taken == []


def test_nobody_there(settings: Settings) -> None:
    settings.SMS_SUPPLIERS = {"sms-1": {"url": "smpp://a@127.0.0.1:9", "token": "", "secret": ""}}
    settings.CARRIERS = {"sms": {"sms-1": "gandan.gateways.carriers.smpp.SmppCarrier"}}
    with pytest.raises(CarrierDown) as failed:
        send()
    assert not failed.value.may_have_taken
    close_links()


def test_silence_ends_in_time(smsc: Smsc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gandan.gateways.smpp.link.SECONDS", 0.5)
    send()
    smsc.is_silent = True
    started = time.monotonic()
    with pytest.raises(CarrierDown) as failed:
        send()
    assert time.monotonic() - started < 3
    assert failed.value.may_have_taken


def test_after_a_break_the_next_message_binds_again(smsc: Smsc) -> None:
    send()
    smsc.drop()
    time.sleep(0.2)
    assert send() == "m2"
    assert smsc.binds == 2


def test_their_question_whether_we_live_is_answered(smsc: Smsc) -> None:
    send()
    smsc.ask()
    assert smsc.enquired.wait(5)


@pytest.mark.django_db(transaction=True)
def test_a_receipt_is_told_once(smsc: Smsc) -> None:
    reference = send()
    for _ in range(2):
        smsc.deliver(f"id:{reference} sub:001 dlvrd:001 stat:DELIVRD err:000 text:Ho so".encode())
    wait_for(lambda: len(smsc.acknowledged) == 2 and state_of("sms-1", reference))
    time.sleep(0.1)
    (entry,) = Entry.objects.filter(kind="ReceiptArrived")
    assert entry.data == {"channel": "sms", "supplier": "sms-1", "reference": reference, "state": "delivered"}


@pytest.mark.django_db(transaction=True)
def test_a_long_message_has_arrived_with_its_last_part(smsc: Smsc) -> None:
    reference = send(VIETNAMESE)
    for part in smsc.taken[:-1]:
        smsc.deliver(f"id:{part.number} stat:DELIVRD".encode())
    wait_for(lambda: Receipt.objects.count() == 2)
    assert state_of("sms-1", reference) == ""
    smsc.deliver(f"id:{smsc.taken[-1].number} stat:DELIVRD".encode())
    wait_for(lambda: state_of("sms-1", reference) == "delivered")
    assert Entry.objects.filter(kind="ReceiptArrived").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_listener_hears_receipts_without_sending(smsc: Smsc) -> None:
    open_link("sms-1").bind()
    smsc.deliver(b"id:cu-1 stat:EXPIRED")
    wait_for(lambda: state_of("sms-1", "cu-1") == "failed")


def test_binding_to_nobody_is_down(settings: Settings) -> None:
    settings.SMS_SUPPLIERS = {"sms-1": {"url": "smpp://a@127.0.0.1:9", "token": "", "secret": ""}}
    with pytest.raises(LinkDown):
        open_link("sms-1").bind()
    close_links()


@pytest.mark.parametrize(
    ("esm_class", "text", "tlvs", "told"),
    [
        pytest.param(4, b"id:7 stat:DELIVRD", {}, ("7", "delivered"), id="text"),
        pytest.param(4, b"id: 7 Stat: undeliv", {}, ("7", "failed"), id="loose text"),
        pytest.param(4, b"", {0x1E: b"7\0", 0x427: b"\x02"}, ("7", "delivered"), id="parameters"),
        pytest.param(4, b"id:7 stat:ENROUTE", {}, None, id="on its way is no end"),
        pytest.param(0, b"id:7 stat:DELIVRD", {}, None, id="a message from a person that looks like one"),
        pytest.param(4, b"stat:DELIVRD", {}, None, id="of nothing"),
    ],
)
def test_reading_receipts(esm_class: int, text: bytes, tlvs: dict[int, bytes], told: tuple[str, str] | None) -> None:
    assert receipt_in(esm_class, text, tlvs) == told


@given(some.text(max_size=600), some.integers(0, 255))
def test_no_letter_is_lost_or_cut(text: str, reference: int) -> None:
    text = text.encode("utf-16-be", "ignore").decode("utf-16-be")
    parts = parts_of(text, reference=reference)
    assert all(len(one.octets) <= (159 if one.coding == 0 else 140) for one in parts)
    pieces = [one.octets[6:] if one.has_header else one.octets for one in parts]
    if parts[0].coding == 8:
        assert "".join(piece.decode("utf-16-be") for piece in pieces) == text
    else:
        assert not any(piece.endswith(b"\x1b") for piece in pieces)


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        pytest.param("a" * 160, [160], id="160 letters"),
        pytest.param("a" * 161, [159, 14], id="161 letters"),
        pytest.param("€" * 80, [160], id="escaped letters count twice"),
        pytest.param("ạ" * 70, [140], id="70 with marks"),
        pytest.param("ạ" * 71, [140, 14], id="71 with marks"),
        pytest.param("😀" * 36, [138, 18], id="no surrogate pair is cut"),
    ],
)
def test_where_a_text_is_cut(text: str, sizes: list[int]) -> None:
    assert [len(one.octets) for one in parts_of(text, reference=1)] == sizes


def test_a_book_is_no_message() -> None:
    with pytest.raises(TooLong):
        parts_of("ạ" * 67 * 256, reference=1)


def test_addresses() -> None:
    assert vars(address_of("smpps://xa%40tinh@sms.vi.du")) == {
        "host": "sms.vi.du",
        "port": 2775,
        "user": "xa@tinh",
        "is_tls": True,
    }
    with pytest.raises(ValueError, match="http"):
        address_of("http://sms.vi.du")
