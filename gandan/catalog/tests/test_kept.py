"""What is kept of a version costs nothing the second time, and every verb of the catalogue is seen at once."""

from datetime import date, datetime
from typing import Any

import pytest

from gandan.catalog import actions
from gandan.catalog.drafts import FeeDraft
from gandan.catalog.kept import form_kept, version_kept
from gandan.people.offices import Office

from . import make

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-23 09:00+07:00")


def test_the_second_time_costs_nothing(django_assert_num_queries: Any) -> None:
    version = make.version()
    make.fee(version, 5000)
    make.limit(version, 3)
    version_kept(version.pk)
    with django_assert_num_queries(0):
        kept = version_kept(version.pk)
        told = [fee.amount for fee in kept.fees.all()], [limit.count for limit in kept.limits.all()], str(kept)
        form = kept.forms.all()[0]
    assert told == ([5000], [3], str(version))
    assert [page.key for page in form.pages] == [step["key"] for step in make.STEPS]


def test_a_confirmed_fee_is_seen_at_once(clerk: Office) -> None:
    version = make.version()
    assert list(version_kept(version.pk).fees.all()) == []
    confirmed = FeeDraft(
        channels=("counter",), amount=8000, unit="lần", source="NQ 12/2026", source_on=date(2026, 7, 1)
    )
    actions.verify_fee(version, confirmed, by=clerk, now=NOW)
    assert [fee.amount for fee in version_kept(version.pk).fees.all()] == [8000]


def test_a_declaration_newer_than_what_is_kept_is_read() -> None:
    version = make.version()
    kept = version_kept(version.pk)
    newer = version.forms.create(number=9, steps=make.STEPS)
    assert form_kept(kept, newer.pk) == newer
    assert form_kept(kept, None) is None
