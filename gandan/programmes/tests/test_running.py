"""The one question, and what it costs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from pytest_django import DjangoAssertNumQueries

from gandan.programmes.models import Programme, Term
from gandan.programmes.running import in_term, on_day, running, term_numbered, terms_of

from . import make

pytestmark = pytest.mark.django_db
THURSDAY = date(2026, 11, 26)


def test_it_runs_on_its_days_only() -> None:
    one = make.programme()
    assert [run.programme_id for run in running("test_days", make.commune(), THURSDAY)] == [one.pk]
    assert running("test_days", make.commune(), THURSDAY + timedelta(days=1)) == []
    assert len(in_term("test_days", make.commune(), THURSDAY + timedelta(days=1))) == 1
    assert running("test_days", make.elsewhere(), THURSDAY) == []
    assert running("test_promise", make.commune(), THURSDAY) == []


def test_the_province_rules_in_its_communes_and_the_nearest_comes_first() -> None:
    commune = make.commune()
    police = commune.parts.get(part="cong_an")
    province = make.programme(agency=commune.province, parameters={"weekdays": [3, 4]})
    Term.objects.update(parameters={"weekdays": [3]})
    near = Programme.objects.create(agency=police, kind="test_days", name="Công an", made_at=make.MONDAY)
    Term.objects.create(
        programme=near, since=make.TODAY, parameters={"weekdays": [3]}, changed_at=make.MONDAY
    )  # fmt: skip
    assert [run.programme_id for run in running("test_days", police, THURSDAY)] == [near.pk, province.pk]
    assert [run.programme_id for run in running("test_days", commune, THURSDAY)] == [province.pk]
    assert [run.programme_id for run in running("test_days", make.elsewhere(), THURSDAY)] == [province.pk]
    assert [run.name for run in on_day(commune, THURSDAY)] == ["Công an", "Ngày thứ năm không hẹn"]


def test_one_query_a_commune_then_none(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    commune, other = make.commune(), make.elsewhere()
    make.programme()
    with django_assert_num_queries(1):
        running("test_days", commune, THURSDAY)
        running("test_promise", commune, THURSDAY)
        in_term("test_days", commune, date(2020, 1, 1))
    with django_assert_num_queries(1):
        running("test_days", other, THURSDAY)
    with django_assert_num_queries(0):
        assert len(running("test_days", commune, THURSDAY)) == 1
        on_day(commune, THURSDAY)


def test_own_changes_are_seen_at_once_those_of_others_when_the_stamp_goes() -> None:
    assert terms_of(make.commune()) == ()
    one = make.programme()
    assert len(terms_of(make.commune())) == 1
    one.terms.all().delete()
    assert len(terms_of(make.commune())) == 1
    cache.clear()
    assert terms_of(make.commune()) == ()


def test_a_term_that_ended_long_ago_is_still_known() -> None:
    term = make.programme(basis="QĐ 1").terms.get()
    Term.objects.update(since=date(2020, 1, 1), until=date(2020, 2, 1))
    told = term_numbered(term.pk)
    assert (told.since, told.basis, told.values["weekdays"]) == (date(2020, 1, 1), "QĐ 1", (3,))


def test_a_parameter_since_given_up_is_passed_over() -> None:
    make.programme()
    Term.objects.update(parameters={"weekdays": [3], "colour": "xanh"})
    assert running("test_days", make.commune(), THURSDAY)[0].values["until_hour"].hour == 16


def test_what_is_not_understood_does_not_stop_the_counter(caplog: pytest.LogCaptureFixture) -> None:
    make.programme()
    make.programme(parameters={"weekdays": [4]})
    Term.objects.filter(parameters__weekdays=[4]).update(parameters={"weekdays": [9]})
    unknown = make.programme(kind="test_promise", parameters={"limits": {"1.001193": 2}})
    Programme.objects.filter(pk=unknown.pk).update(kind="drones")
    cache.clear()
    assert [run.name for run in terms_of(make.commune())] == ["Ngày thứ năm không hẹn"]
    assert "not understood" in caplog.text
