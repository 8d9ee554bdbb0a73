"""Messages by Zalo, against a double that enforces the documented contract."""

import threading
from collections.abc import Iterator

import pytest
from django.db import connections
from django.utils import timezone
from pytest_django import Settings

from gandan.gateways import actions
from gandan.gateways.carriers import CarrierDown, CarrierRefused, carrier
from gandan.gateways.models import ZaloAccess
from gandan.gateways.zalo import access

from .zalo_double import FIRST, FOLLOWER, SILENT, WITHOUT_ZALO, Zalo, zalo_at

VALUES = {"ma_ho_so": "000.31.52.H24-261123-0001", "ngay_hen": "24/11/2026"}


@pytest.fixture
def zalo(settings: Settings) -> Iterator[Zalo]:
    with zalo_at(settings) as server:
        yield server


def notify(phone: str = "0912345118", template: str = "7895417a", **values: str) -> str:
    return carrier("zalo-zns").send(phone, "bỏ qua", "m-1", template, {**VALUES, **values})


@pytest.mark.django_db
def test_an_approved_text_goes_to_a_telephone(zalo: Zalo) -> None:
    assert notify() == f"{1:020d}"
    (sent,) = zalo.sent
    assert (sent["phone"], sent["template_id"], sent["template_data"]) == ("84912345118", "7895417a", VALUES)
    notify()
    assert zalo.sent[1]["tracking_id"] == sent["tracking_id"], "the key of the message is what Zalo can trace"
    assert zalo.renewals == 1, "one access token serves many messages"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param({"phone": WITHOUT_ZALO.replace("84", "0", 1)}, "chưa có Zalo", id="no Zalo there"),
        pytest.param({"phone": "012"}, "Số điện thoại", id="no telephone"),
        pytest.param({"template": "1"}, "-109", id="unknown template"),
        pytest.param({"template": ""}, "chưa có mẫu", id="no template"),
        pytest.param({"ngay_hen": "hai mươi bốn tháng mười một"}, "Nội dung điền", id="value too long"),
        pytest.param({"la": "x"}, "Nội dung điền", id="value nobody asked for"),
    ],
)
def test_what_zalo_refuses_for_good(zalo: Zalo, change: dict[str, str], reason: str) -> None:
    with pytest.raises(CarrierRefused, match=reason):
        notify(**change)
    assert zalo.sent == []


@pytest.mark.django_db
@pytest.mark.parametrize("error", [-32, -100, -115, -133, -144])
def test_what_may_pass_later(zalo: Zalo, error: int) -> None:
    zalo.error = error
    with pytest.raises(CarrierDown):
        notify()
    zalo.error = 0
    notify()


@pytest.mark.django_db
def test_a_token_that_died_early_is_renewed_on_the_way(zalo: Zalo) -> None:
    notify()
    zalo.expire()
    notify()
    assert (zalo.renewals, zalo.refused_renewals, len(zalo.sent)) == (2, 0, 2)


@pytest.mark.django_db
def test_a_burnt_chain_asks_for_a_person_and_does_not_hammer(zalo: Zalo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "PATIENCE", 0.3)
    zalo.refresh = "nguoi-khac-da-dung"
    for reason in ("cấp quyền lại", "Đang chờ"):
        with pytest.raises(CarrierDown, match=reason):
            notify()
    assert zalo.refused_renewals == 1


@pytest.mark.django_db
def test_a_new_token_in_the_settings_begins_a_new_chain(zalo: Zalo, settings: Settings) -> None:
    notify()
    zalo.refresh, zalo.access = "cap-lai", ""
    settings.ZALO_TOKEN = "cap-lai"
    notify()
    assert len(zalo.sent) == 2


@pytest.mark.django_db
def test_tokens_lie_sealed(zalo: Zalo) -> None:
    notify()
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT access_token, refresh_token, seed FROM gateways_zaloaccess")
        row = cursor.fetchone()
    assert not any(word in bytes(str(row), "utf-8") for word in (b"vao-1", b"gia-han-1", FIRST.encode()))
    assert b"vao-1" not in bytes(row[0])


@pytest.mark.django_db(transaction=True)
def test_workers_that_renew_at_once_do_not_burn_the_chain(zalo: Zalo) -> None:
    zalo.slowness = 0.3
    failures: list[Exception] = []

    def work() -> None:
        try:
            notify()
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert failures == []
    assert (zalo.renewals, zalo.refused_renewals, len(zalo.sent)) == (1, 0, 4)


@pytest.mark.django_db
def test_no_lease_is_left_behind(zalo: Zalo) -> None:
    notify()
    assert ZaloAccess.objects.get().leased_until is None


def test_zalo_that_is_gone_is_down(settings: Settings, db: None) -> None:
    settings.ZALO_APP, settings.ZALO_TOKEN = "1", "x"
    settings.ZALO_URLS = dict.fromkeys(("oauth", "oa", "zns"), "http://127.0.0.1:9")
    settings.CARRIERS = {"zalo": {"zalo-zns": "gandan.gateways.carriers.zalo.ZnsCarrier"}}
    with pytest.raises(CarrierDown):
        notify()


@pytest.mark.django_db
def test_an_answer_goes_to_whoever_wrote(zalo: Zalo) -> None:
    reference = carrier("zalo-oa").send(FOLLOWER, "Chào bà Lan", "m-1")
    assert reference == f"{1:020d}"
    assert zalo.sent == [{"recipient": {"user_id": FOLLOWER}, "message": {"text": "Chào bà Lan"}}]


@pytest.mark.django_db
def test_a_telephone_that_was_shared_finds_its_contact(zalo: Zalo) -> None:
    with pytest.raises(CarrierRefused, match="chưa nối"):
        carrier("zalo-oa").send("0912345118", "Chào bà Lan", "m-1")
    actions.share_phone(FOLLOWER, "0912345118", now=timezone.now())
    carrier("zalo-oa").send("0912345118", "Chào bà Lan", "m-1")
    assert zalo.sent[0]["recipient"] == {"user_id": FOLLOWER}


@pytest.mark.django_db
@pytest.mark.parametrize(("user", "reason"), [(SILENT, "7 ngày"), ("614", "chưa quan tâm")])
def test_whom_zalo_lets_us_not_write_to(zalo: Zalo, user: str, reason: str) -> None:
    with pytest.raises(CarrierRefused, match=reason):
        carrier("zalo-oa").send(user, "Chào", "m-1")
