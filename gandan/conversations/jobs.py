"""What the queue and the clock do: the first answer, sending into Zalo, telling the leader, forgetting old photos."""

from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gandan.catalog.models import Procedure
from gandan.gateways.carriers import CarrierDown, CarrierRefused, carrier, suppliers_of

from . import actions
from .actions.delivering import Carried
from .assistant import assistant
from .models import Precheck, Side, Thread, Turn
from .models.thread import Delivery
from .workflow import ThreadStatus

KEPT_FOR = timedelta(days=60)
"""Photos of papers nobody came with."""
NOT_FOR_TEXT = "zalo-zns"
"""Carries approved texts only."""


@app.task(queue="messages")
def answer_first(turn_id: int) -> None:
    """What the assistant says at once, also at night."""
    turn = Turn.objects.select_related("thread__commune").filter(pk=turn_id).first()
    if turn is None:
        return
    now = timezone.now()
    answer = assistant().answer(str(turn.text), turn.thread.commune, localdate(now))
    if answer is not None:
        actions.reply_first(turn, answer, now=now)


@app.task(queue="messages", retry=RetryStrategy(max_attempts=6, exponential_wait=4))
def deliver_turn(turn_id: int) -> None:
    """Into Zalo. Raises `CarrierDown` to be tried again, but not where the message may lie there already."""
    turn = Turn.objects.select_related("thread__contact", "author").filter(pk=turn_id).first()
    if turn is None or turn.thread.contact is None or turn.delivery != Delivery.WAITING:
        return
    now = timezone.now()
    name = next((one for one in suppliers_of("zalo") if one != NOT_FOR_TEXT), "")
    if not name:
        actions.note_delivery(turn, Carried(Delivery.FAILED, trouble="Chưa nối tài khoản Zalo."), now=now)
        return
    try:
        reference = carrier(name).send(str(turn.thread.contact.user_id), words_for_zalo(turn), f"turn-{turn.pk}")
    except CarrierRefused as refused:
        actions.note_delivery(turn, Carried(Delivery.FAILED, name, trouble=str(refused)), now=now)
    except CarrierDown as down:
        state = Delivery.FAILED if down.may_have_taken else Delivery.WAITING
        actions.note_delivery(turn, Carried(state, name, trouble=str(down)), now=now)
        if not down.may_have_taken:
            raise
    else:
        actions.note_delivery(turn, Carried(Delivery.SENT, name, reference), now=now)


def words_for_zalo(turn: Turn) -> str:
    """The words, the procedures by name and address, who answered, and the page of the thread."""
    names = dict(Procedure.objects.filter(code__in=turn.cards).values_list("code", "short_name"))
    cards = [
        f"{names[code]}: {settings.PUBLIC_URL}{reverse('catalog:procedure', args=[code])}"
        for code in turn.cards
        if code in names
    ]
    signed = f"Người trả lời: {turn.author.full_name}" if turn.side == Side.OFFICER and turn.author else ""
    page = f"Xem và hỏi tiếp: {settings.PUBLIC_URL}{reverse('conversations:thread', args=[turn.thread.key])}"
    return "\n".join(filter(None, (str(turn.text), *cards, signed, page)))


@app.task(queue="clock")
def escalate_late(timestamp: int) -> None:
    """Every five minutes."""
    escalate_all(timezone.now())


def escalate_all(now: datetime) -> int:
    """Questions whose hour has passed; returns how many."""
    rows = Thread.objects.filter(status__in=(ThreadStatus.OPEN, ThreadStatus.ANSWERING), answer_by__lt=now)
    late = list(rows)
    for one in late:
        actions.escalate_thread(one, by=None, now=now)
    return len(late)


@app.task(queue="clock")
def forget_photos(timestamp: int) -> None:
    """Every night."""
    forget_all(timezone.now())


def forget_all(now: datetime) -> int:
    rows = Precheck.objects.filter(dossier=None, sent_at__lt=now - KEPT_FOR, papers__photos__isnull=False).distinct()
    return sum(actions.forget_precheck_photos(one, now=now) for one in rows)
