"""How feedback comes in: one door for every channel; the sender's addition; “Tôi cũng gặp”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.secrets import blind_index
from gandan.dossiers.models import Dossier
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..categories import URGENT_SECURITY, category_named
from ..clock import CLOCK_FIELDS, SUPPLIED, set_clocks, set_promise
from ..events import FeedbackFollowed, FeedbackMoreSupplied, FeedbackReceived
from ..models import (
    BoxOpening,
    Channel,
    Contact,
    DossierAsk,
    Feedback,
    Follower,
    Household,
    PhotoMoment,
    ReplyBy,
    WeeklyReturn,
)
from ..models.feedback import PHONE_COLUMN
from ..numbering import feedback_code
from ..units import police_of
from ..workflow import OPEN, SUPPLY_MORE, Status
from .directing import alert_police, send_to_handler
from .noting import _keep_photos, _lock, _needs, _note, _public_note

LONGEST_TEXT = 5000
NUMBER = """
INSERT INTO feedback_feedbacksequence (agency_id, day, last) VALUES (%s, %s, 1)
ON CONFLICT (agency_id, day) DO UPDATE SET last = feedback_feedbacksequence.last + 1 RETURNING last
"""


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who is to be answered, as far as told. `contact`: Zalo or Facebook number, or postal address."""

    user: User | None = None
    name: str = ""
    phone: str = ""
    email: str = ""
    contact: str = ""
    reply_by: str = ReplyBy.NONE
    is_name_withheld: bool = True


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What it hangs on, where it was not simply sent."""

    dossier: Dossier | None = None
    dossier_ask: str = DossierAsk.NONE
    box_opening: BoxOpening | None = None
    weekly_return: WeeklyReturn | None = None
    household: Household | None = None
    contact: Contact | None = None
    passed_from: Feedback | None = None


@dataclass(frozen=True, kw_only=True)
class Where:
    """Position in degrees (WGS 84), both or neither; words; hamlet."""

    latitude: float | None = None
    longitude: float | None = None
    place: str = ""
    hamlet: Hamlet | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """One feedback as it comes in. `press_key`: of the form or of the message, so that it is made once.

    `category`: chosen by a person; `suggested` and `confidence` (0 to 1): guessed. `spam_score` 0 to 1; `is_spam` puts it
    aside at once.
    """

    text: str
    channel: str
    sender: Sender = field(default_factory=Sender)
    where: Where = field(default_factory=Where)
    origin: Origin = field(default_factory=Origin)
    category: str = ""
    suggested: str = ""
    confidence: float | None = None
    is_urgent: bool = False
    photos: Sequence[CleanFile] = ()
    press_key: str = ""
    spam_score: float | None = None
    is_spam: bool = False
    possible_duplicate: Feedback | None = None


@transaction.atomic
def receive(agency: Agency, told: Told, *, by: User | None, now: datetime) -> Feedback:
    """Into the queue, with both limits. Pressed twice it is one. About a dossier it goes to its handler at once; urgent
    security goes to the police at once.

    `by`: the officer who wrote it down, None when the sender did.
    """
    text = _needs(told.text, "Ghi việc cần phản ánh, ví dụ “nắp cống trước trường học bị mất”.")[:LONGEST_TEXT]
    number = _next_number(agency, now)
    known = Feedback.objects.filter(agency=agency, press_key=told.press_key).first() if told.press_key else None
    if known:
        return known
    made = _made(agency, told, text, by=by, now=now)
    made.code = feedback_code(localdate(now), number)
    set_clocks(made)
    made.save()
    _keep_photos(made, told.photos, PhotoMoment.SENT, by=by, now=now)
    _note(made, "receive", by=by, now=now)
    due_at = made.promise_due_at or made.answer_by
    assert due_at is not None, "set by set_clocks"
    event = FeedbackReceived(feedback_id=made.pk, channel=made.channel, due_at=due_at, is_urgent=made.is_urgent)
    record(event, about=made, by=by, at=now, is_first=True)
    _send_on(made, by=by, now=now)
    return made


def _made(agency: Agency, told: Told, text: str, *, by: User | None, now: datetime) -> Feedback:
    sender, where, origin = told.sender, told.where, told.origin
    known = category_named(told.category)
    return Feedback(
        agency=agency, text=text, channel=Channel(told.channel), press_key=told.press_key,
        status=Status.SPAM if told.is_spam else Status.NEW,
        category=known.code if told.category else "", suggested_category=told.suggested, confidence=told.confidence,
        is_urgent=told.is_urgent or (bool(told.category) and known.is_urgent),
        latitude=where.latitude, longitude=where.longitude, place=where.place.strip()[:200], hamlet=where.hamlet,
        sender=sender.user, sender_name=sender.name.strip(), sender_phone=sender.phone.strip(),
        sender_email=sender.email.strip(), sender_contact=sender.contact.strip(), reply_by=sender.reply_by,
        is_name_withheld=sender.is_name_withheld, dossier=origin.dossier, dossier_ask=origin.dossier_ask,
        box_opening=origin.box_opening, weekly_return=origin.weekly_return, household=origin.household,
        contact=origin.contact, passed_from=origin.passed_from, received_at=now, received_by=by, clock_from=now,
        lawful_from=now, spam_score=told.spam_score, possible_duplicate_of=told.possible_duplicate,
    )  # fmt: skip


def _next_number(agency: Agency, now: datetime) -> int:
    """Also the lock by which the second press of a form waits for the first."""
    with connection.cursor() as cursor:
        cursor.execute(NUMBER, [agency.pk, localdate(now)])
        (last,) = cursor.fetchone()
    return int(last)


def _send_on(feedback: Feedback, *, by: User | None, now: datetime) -> None:
    if feedback.status == Status.SPAM:
        return
    if feedback.dossier_id is not None:
        send_to_handler(feedback, by=by, now=now)
    elif feedback.category == URGENT_SECURITY:
        police_of(feedback.agency)
        alert_police(feedback, "Việc khẩn về an ninh, chuyển thẳng.", by=by, now=now)


@transaction.atomic
def supply_more(
    feedback: Feedback, text: str, photos: Sequence[CleanFile] = (), *, by: User | None, now: datetime
) -> None:
    """The sender answers what was asked; the promise starts anew from now, the national limit runs on."""
    said = _needs(text, "Ghi thông tin bổ sung.")
    feedback.take(SUPPLY_MORE)
    feedback.text = f"{feedback.text}\n\nBổ sung: {said}"[:LONGEST_TEXT]
    feedback.clock_from = now
    set_promise(feedback, opening=SUPPLIED)
    feedback.save(update_fields=[*CLOCK_FIELDS, "text", "search"])
    _keep_photos(feedback, photos, PhotoMoment.SENT, by=None, now=now)
    _note(feedback, "supply_more", said, by=by, now=now)
    record(FeedbackMoreSupplied(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def follow(feedback: Feedback, sender: Sender, *, by: User | None, now: datetime) -> Follower:
    """“Tôi cũng gặp”: told when it ends. The same telephone or e-mail follows once."""
    _lock(feedback)
    if feedback.status not in OPEN:
        raise RuleBroken("Việc này đã có trả lời. Nếu vẫn còn, xin gửi phản ánh mới.")
    if not (sender.user or sender.phone or sender.email):
        raise RuleBroken("Ghi số điện thoại hoặc thư điện tử để xã báo lại.")
    known = _known_follower(feedback, sender)
    if known:
        return known
    made = Follower.objects.create(
        feedback=feedback, user=sender.user, phone=sender.phone, email=sender.email, since=now
    )  # fmt: skip
    _public_note(feedback, "follow", "", by=None, now=now)
    record(FeedbackFollowed(feedback_id=feedback.pk, follower_id=made.pk), about=feedback, by=by, at=now)
    return made


def _known_follower(feedback: Feedback, sender: Sender) -> Follower | None:
    index = blind_index(sender.phone or sender.email.lower(), column=PHONE_COLUMN)
    if index:
        return feedback.followers.filter(contact_index=index).first()
    return feedback.followers.filter(user=sender.user).first()
