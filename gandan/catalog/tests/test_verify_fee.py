"""A clerk confirms a fee with source and date; the nearest confirmed fee holds."""

import pytest

from gandan.catalog import actions
from gandan.catalog.drafts import FeeDraft
from gandan.catalog.models import Fee
from gandan.core.errors import RuleBroken
from gandan.people.models import User
from gandan.people.offices import Office
from gandan.places.models import Agency

from . import make
from .conftest import signed_in

pytestmark = pytest.mark.django_db


def test_it_works(van: User) -> None:
    version = make.version()
    fee = make.fee(version, channels=["counter"])
    given = {
        "channels": ["counter"],
        "amount": "8000",
        "unit": "lần",
        "source": "NQ 12/2026",
        "source_on": "2026-07-01",
    }

    answer = signed_in(van).post(f"/can-bo/thu-tuc/{make.CODE}/ban/1/muc-thu/?muc={fee.pk}", given)

    assert answer.status_code == 302
    assert "8.000\u00a0đ một lần" in signed_in(van).get(f"/thu-tuc/{make.CODE}/").content.decode()


def test_the_nearest_fee_holds(clerk: Office, stranger: Office, province: Agency) -> None:
    version = make.version()
    make.fee(version, None, channels=["counter"])
    make.fee(version, 5000, channels=["counter"], agency=province, is_verified=True)

    actions.verify_fee(version, make.confirmed_fee(8000), by=clerk, now=make.NOW)

    version.refresh_from_db()
    assert [fee.amount for fee in version.fees_in(clerk.commune)] == [8000]
    assert [fee.amount for fee in version.fees_in(stranger.commune)] == [5000]
    assert [fee.amount for fee in version.fees_in(None)] == [None]


def test_an_administrator_of_the_province_confirms_for_the_province(
    administrator: Office, oversight: Office, stranger: Office, province: Agency
) -> None:
    version = make.version()
    make.fee(version, 5000, channels=["counter"], agency=province, is_verified=True)

    actions.verify_fee(version, make.confirmed_fee(7000), by=administrator, now=make.NOW)
    actions.verify_fee(version, make.confirmed_fee(8000), by=oversight, now=make.NOW)

    assert [fee.amount for fee in version.fees_in(stranger.commune)] == [8000]
    assert version.fees_in(None) == []


def test_confirming_again_changes_the_same_fee(clerk: Office) -> None:
    version = make.version()
    actions.verify_fee(version, make.confirmed_fee(8000), by=clerk, now=make.NOW)
    actions.verify_fee(version, make.confirmed_fee(9000), by=clerk, now=make.NOW)
    assert Fee.objects.get().amount == 9000


def test_another_communes_administrator_reaches_only_the_own_commune(stranger: Office, clerk: Office) -> None:
    version = make.version()
    make.fee(version, None, channels=["counter"])

    actions.verify_fee(version, make.confirmed_fee(1), by=stranger, now=make.NOW)

    assert [fee.amount for fee in version.fees_in(clerk.commune)] == [None]


@pytest.mark.parametrize(
    ("fee", "why"),
    [
        pytest.param(make.confirmed_fee(0), "kèm căn cứ", id="free without law"),
        pytest.param(make.confirmed_fee(None), "bằng đồng", id="no amount"),
        pytest.param(make.confirmed_fee(8000, source=" "), "nguồn", id="without source"),
    ],
)
def test_what_cannot_be_confirmed(fee: FeeDraft, why: str, administrator: Office) -> None:
    with pytest.raises(RuleBroken, match=why):
        actions.verify_fee(make.version(), fee, by=administrator, now=make.NOW)
