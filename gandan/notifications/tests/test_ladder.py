"""The ladder by table and by property: whatever suppliers and people do, it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.dossiers.tests.make import moment
from gandan.notifications import ladder
from gandan.notifications.ladder import Case, Plan, Rules, Rung, Send, Try, next_plan

NOW = moment(23, 9)
TWO = {"zalo": ("zalo-1", "zalo-2"), "sms": ("sms-1", "sms-2"), "email": ("smtp",), "push": ()}
REACH = frozenset({"zalo", "sms", "call"})
RULES = Rules()


def case(*tries: Try, **more: object) -> Case:
    facts: dict[str, object] = {"made_at": NOW, "is_required": True, "reach": REACH, "suppliers": TWO, **more}
    return Case(tries=tries, **facts)  # type: ignore[arg-type]  # plain facts of a story


def tried(supplier: str, delivery: str, minutes: float = 0, times: int = 1) -> Try:
    at = NOW + timedelta(minutes=minutes)
    return Try(supplier.split("-")[0], supplier, delivery, at, at, times)


def plan(one: Case, minutes: float = 0) -> Plan:
    return next_plan(one, RULES, NOW + timedelta(minutes=minutes))


ZALO, SMS = ("zalo-1", "zalo-2"), ("sms-1", "sms-2")


@pytest.mark.parametrize(
    ("one", "minutes", "expected"),
    [
        pytest.param(case(), 0, [Send("zalo", ZALO)], id="first Zalo"),
        pytest.param(case(tried("zalo-1", "down")), 0, [Send("zalo", ("zalo-2",))], id="then its other supplier"),
        pytest.param(
            case(tried("zalo-1", "refused"), tried("zalo-2", "refused")), 0, [Send("sms", SMS)], id="both refuse"
        ),
        pytest.param(case(tried("zalo-1", "failed")), 0, [Send("sms", SMS)], id="a receipt says it failed"),
        pytest.param(case(tried("zalo-1", "accepted")), 9, [], id="wait for the receipt"),
        pytest.param(case(tried("zalo-1", "accepted")), 10, [Send("sms", SMS)], id="no receipt in time"),
        pytest.param(case(tried("zalo-1", "handed")), 0.5, [], id="within the lease"),
        pytest.param(case(tried("zalo-1", "handed")), 1, [Send("zalo", ("zalo-1",))], id="the same supplier again"),
        pytest.param(
            case(tried("zalo-1", "handed"), keyless=frozenset({"zalo-1"})), 5, [], id="not where keys are unknown"
        ),
        pytest.param(case(reach=frozenset({"sms"})), 0, [Send("sms", SMS)], id="no Zalo"),
        pytest.param(case(tried("zalo-1", "down"), tried("zalo-2", "down")), 0.1, [], id="both down: a pause"),
        pytest.param(case(tried("zalo-1", "down"), tried("zalo-2", "down")), 0.3, [Send("zalo", ZALO)], id="and again"),
        pytest.param(case(reach=frozenset({"email"})), 0, [Send("email", ("smtp",))], id="only e-mail"),
    ],
)
def test_what_is_sent_next(one: Case, minutes: float, expected: list[Send]) -> None:
    assert list(plan(one, minutes).sends) == expected


@pytest.mark.parametrize(
    ("one", "minutes", "status"),
    [
        pytest.param(case(tried("zalo-1", "delivered")), 0, "proved", id="delivered"),
        pytest.param(case(tried("zalo-1", "accepted"), tried("sms-1", "accepted", 10)), 41, "calling", id="a call"),
        pytest.param(case(tried("sms-1", "failed"), tried("zalo-1", "failed"), reach=frozenset({"zalo", "sms"})), 0, "handing",
                     id="no telephone to call"),
        pytest.param(case(reach=frozenset()), 0, "handing", id="no way at all"),
        pytest.param(case(reach=frozenset(), is_required=False), 0, "untold", id="no way, no duty"),
        pytest.param(case(reach=frozenset(), is_on_screen=True), 60, "", id="a day for the screen"),
        pytest.param(case(reach=frozenset(), is_on_screen=True), 24 * 60, "handing", id="unread after a day"),
        pytest.param(case(tried("zalo-1", "accepted"), is_required=False), 0, "sent", id="accepted is enough"),
        pytest.param(case(status="calling", calls_end_at=moment(24, 17)), 60, "calling", id="on the list"),
        pytest.param(case(status="calling", calls_end_at=moment(24, 17)), 32 * 60, "handing", id="nobody called in time"),
        pytest.param(case(tried("call-", "refused"), status="calling", calls_end_at=moment(24, 17)), 1, "handing",
                     id="wrong number"),
        pytest.param(case(*[tried("call-", "failed")] * 3, status="calling", calls_end_at=moment(24, 17)), 1, "handing",
                     id="three calls nobody answered"),
    ],
)  # fmt: skip
def test_where_it_stands(one: Case, minutes: float, status: str) -> None:
    assert plan(one, minutes).status == status


def test_at_night_nothing_but_the_urgent() -> None:
    night = moment(23, 22)
    assert next_plan(case(), RULES, night) == Plan(look_at=moment(24, 7))
    assert next_plan(replace(case(), is_urgent=True), RULES, night).sends


def test_a_rung_that_would_end_at_night_gets_its_time_in_the_morning() -> None:
    evening = moment(23, 20, 55)
    one = replace(
        case(), tries=(Try("zalo", "zalo-1", "down", evening, evening),), suppliers={**TWO, "zalo": ("zalo-1",)}
    )
    assert next_plan(one, RULES, moment(24, 7, 5)).sends == (Send("zalo", ("zalo-1",)),)
    assert next_plan(one, RULES, moment(24, 7, 10)).sends == (Send("sms", SMS),)


@pytest.mark.parametrize(("hour", "is_quiet"), [(20, False), (21, True), (0, True), (6, True), (7, False)])
def test_quiet_hours_reach_over_midnight(hour: int, *, is_quiet: bool) -> None:
    assert ladder.is_quiet(moment(23, hour), RULES) == is_quiet
    assert not ladder.is_quiet(moment(23, hour), Rules(quiet_from=time(7), quiet_to=time(7)))


ANSWERS = st.lists(st.sampled_from(["accepted", "refused", "down", "handed", "delivered", "failed"]), max_size=60)


@settings(max_examples=150, deadline=None)
@given(
    answers=ANSWERS,
    is_required=st.booleans(),
    start=st.integers(0, 23),
    reach=st.sets(st.sampled_from(sorted(REACH | {"email"}))),
)
def test_whatever_happens_it_ends_and_no_channel_has_two_holders(
    answers: list[str], start: int, reach: set[str], *, is_required: bool
) -> None:
    now = moment(23, start)
    one = case(made_at=now, is_required=is_required, reach=frozenset(reach))
    told = iter(answers)
    for _ in range(600):
        found = next_plan(one, RULES, now)
        if found.status:
            break
        assert found.sends or found.look_at is not None, "neither done nor looked at again"
        one = _after(one, found, now, told)
        now = max(now, found.look_at or now) if not found.sends else now + timedelta(seconds=1)
        holders = [
            {t.supplier for t in one.tries if t.channel == name and t.delivery in ("handed", "accepted")}
            for name in TWO
        ]
        assert all(len(names) <= 1 for names in holders)
    else:
        raise AssertionError("it never ends")
    ends = {"proved", "calling", "handing"} if is_required else {"proved", "sent", "untold"}
    assert found.status in ends


def _after(one: Case, found: Plan, now: datetime, told: object) -> Case:
    tries = list(one.tries)
    for send in found.sends:
        if not ladder.is_quiet(now, RULES):
            name = send.suppliers[0]
            known = next((t for t in tries if t.supplier == name), None)
            answer = next(told, "down")  # type: ignore[call-overload]  # an iterator of words
            if known is None:
                tries.append(Try(send.channel, name, answer, now, now))
            else:
                tries[tries.index(known)] = replace(known, delivery=answer, again_at=now, times=known.times + 1)
    return replace(one, tries=tuple(tries))


def test_a_commune_may_have_other_rungs() -> None:
    rules = Rules(rungs=(Rung("sms", timedelta(minutes=5)),))
    assert next_plan(case(), rules, NOW).sends == (Send("sms", SMS),)
