"""From rows to what the ladder asks about, for many notices in a fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from gandan.gateways.carriers import carrier, suppliers_of
from gandan.gateways.models import PushSubscription, Receipt

from .ladder import Case, Plan, Rules, Try, next_plan
from .models import Message, Notice, Preference
from .programmes import rules_for
from .workflow import Status

MACHINES = ("zalo", "sms", "email", "push")
GRAVEST = {"failed": 1, "delivered": 2, "seen": 3}
"""Of several receipts of one message the gravest counts."""
LOCAL = "-local"
"""A carrier that only writes to the outbox of this machine reaches nobody outside the demonstration."""


@dataclass(frozen=True)
class Ask:
    """A notice with its messages, the ladder's view of it, and the rules of its commune."""

    notice: Notice
    messages: list[Message]
    case: Case
    rules: Rules

    def plan(self, now: datetime) -> Plan:
        return next_plan(self.case, self.rules, now)


def asked(notices: Sequence[Notice], now: datetime) -> list[Ask]:
    """What the ladder must know of these notices (three statements)."""
    messages: dict[int, list[Message]] = {notice.pk: [] for notice in notices}
    for message in Message.objects.filter(notice__in=notices).order_by("pk"):
        messages[message.notice_id].append(message)
    users = [notice.recipient_id for notice in notices if notice.recipient_id]
    wishes = {one.user_id: one for one in Preference.objects.filter(user__in=users)} if users else {}
    pushed = set(PushSubscription.objects.filter(user__in=users).values_list("user", flat=True)) if users else set()
    suppliers, day = usable_suppliers(), timezone.localdate(now)
    blind = keyless(suppliers)
    found = []
    for notice in notices:
        wish = wishes.get(notice.recipient_id or 0)
        rules = _in_order(rules_for(notice.commune, day), wish)
        reach = _reach(notice, wish, has_push=notice.recipient_id in pushed)
        case = replace(_case(notice, messages[notice.pk], suppliers), reach=reach, keyless=blind)
        found.append(Ask(notice, messages[notice.pk], case, rules))
    return found


def usable_suppliers() -> dict[str, tuple[str, ...]]:
    """Channel → carriers that really reach people (in the demonstration: all)."""
    shows = settings.SHOWS_OUTBOX
    return {
        channel: tuple(name for name in suppliers_of(channel) if shows or not name.endswith(LOCAL))
        for channel in MACHINES
    }


def keyless(suppliers: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Carriers that say of themselves that they cannot tell one key from another."""
    names = (name for channel in ("zalo", "sms") for name in suppliers[channel])
    return frozenset(name for name in names if not getattr(carrier(name), "knows_keys", True))


def _reach(notice: Notice, wish: Preference | None, *, has_push: bool) -> frozenset[str]:
    ways = {
        "zalo": bool(notice.phone),
        "sms": bool(notice.phone),
        "call": bool(notice.phone),
        "email": bool(notice.email) and (wish is None or wish.wants_email),
        "push": has_push and (wish is None or wish.wants_push),
    }
    return frozenset(channel for channel, is_open in ways.items() if is_open)


def _in_order(rules: Rules, wish: Preference | None) -> Rules:
    """The rungs a citizen has chosen, in their order; all of them in the commune's order without a choice."""
    if wish is None:
        return rules
    by_channel = {rung.channel: rung for rung in rules.rungs}
    return replace(rules, rungs=tuple(by_channel[one] for one in wish.order if one in by_channel))


def _case(notice: Notice, messages: Iterable[Message], suppliers: Mapping[str, tuple[str, ...]]) -> Case:
    tries = tuple(_try(one) for one in messages)
    is_calling = notice.status == Status.CALLING
    return Case(
        made_at=timezone.localtime(notice.made_at), is_required=notice.is_required, reach=frozenset(), suppliers=suppliers,
        tries=tries, status=notice.status, is_urgent=notice.is_urgent, is_on_screen=notice.recipient_id is not None,
        calls_end_at=timezone.localtime(notice.next_at) if is_calling and notice.next_at else None,
    )  # fmt: skip


def _try(one: Message) -> Try:
    at, again_at = timezone.localtime(one.handed_at), timezone.localtime(one.again_at)
    return Try(one.channel, one.supplier, one.delivery, at, again_at, one.tries)


def told_by_receipts(messages: Iterable[Message]) -> dict[int, str]:
    """State (“seen”, “delivered”, “failed”) of those of the messages of which a receipt has come (one statement)."""
    known = {(one.supplier, one.reference): one.pk for one in messages if one.reference}
    if not known:
        return {}
    found: dict[int, str] = {}
    references = Q(reference__in=[reference for _, reference in known])
    for one in Receipt.objects.filter(references, supplier__in={supplier for supplier, _ in known}):
        pk = known.get((one.supplier, one.reference))
        if pk is not None and GRAVEST[one.state] > GRAVEST.get(found.get(pk, ""), 0):
            found[pk] = str(one.state)
    return found
