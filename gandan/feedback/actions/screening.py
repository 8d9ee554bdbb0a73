"""The first look: what is it, is it ours, is it known already?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.core.secrets import blind_index
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..categories import categories, category_named
from ..events import (
    FeedbackJoined,
    FeedbackMoreAsked,
    FeedbackPassedOn,
    FeedbackRefused,
    FeedbackRestored,
    FeedbackScreened,
    FeedbackSpammed,
)
from ..masking import SUSPECT, masked
from ..models import Channel, Feedback, Follower
from ..models.feedback import PHONE_COLUMN
from ..turning import CONFIDENTIAL, REASONS
from ..workflow import ASK_MORE, JOIN, MARK_SPAM, PASS_ON, REFUSE, RESTORE, SCREEN, Status
from .answering import publish
from .noting import _needs, _note, _public_note
from .receiving import Origin, Sender, Told, Where, receive

CHAIN = 20


@transaction.atomic
def screen(feedback: Feedback, category: str, *, is_urgent: bool = False, by: User, now: datetime) -> None:
    """It is ours and it is about this: the category is confirmed, and the suggestion learns."""
    if category not in categories():
        raise RuleBroken("Chọn lĩnh vực của phản ánh.")
    feedback.take(SCREEN)
    feedback.category, feedback.category_confirmed_at, feedback.screened_at = category, now, now
    feedback.is_urgent = is_urgent
    feedback.save(update_fields=["category", "category_confirmed_at", "screened_at", "is_urgent"])
    _note(feedback, "screen", category_named(category).name, by=by, now=now)
    told = FeedbackScreened(feedback_id=feedback.pk, category=category, suggested=feedback.suggested_category)
    record(told, about=feedback, by=by, at=now)
    if _may_be_shown(feedback):
        publish(feedback, masked(feedback.text).text, by=by, now=now)


def _may_be_shown(feedback: Feedback) -> bool:
    """An everyday matter in everyday words; what is about a person or a dossier waits until somebody clears its text."""
    is_everyday = feedback.dossier_id is None and feedback.known_category.kind != "conduct"
    return is_everyday and not feedback.is_public and (feedback.spam_score or 0) < SUSPECT


@transaction.atomic
def ask_more(feedback: Feedback, text: str, *, by: User, now: datetime) -> None:
    """What is missing, in words the sender reads. The promise waits for the answer."""
    said = _needs(text, "Ghi điều cần hỏi thêm, ví dụ “Nắp cống ở trước số nhà nào?”.")
    feedback.take(ASK_MORE)
    feedback.asked_at = feedback.asked_at or now
    feedback.save(update_fields=["asked_at"])
    _public_note(feedback, "ask_more", said, by=by, now=now)
    record(FeedbackMoreAsked(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def refuse(feedback: Feedback, reason: str, text: str = "", *, by: User, now: datetime) -> None:
    """Not feedback: a complaint, a denunciation, before a court …: in words, with the way to go on (R41)."""
    known = REASONS.get(reason)
    if known is None:
        raise RuleBroken("Chọn lý do.")
    words = text.strip() or known.words
    said = _needs(words, "Ghi lý do để người gửi hiểu.")
    feedback.take(REFUSE)
    feedback.turned_away_at = now
    if reason in CONFIDENTIAL:
        feedback.is_public, feedback.public_text = False, ""
    feedback.public_answer = said
    feedback.save(update_fields=["turned_away_at", "public_answer", "is_public", "public_text"])
    _public_note(feedback, f"refuse:{reason}", said, by=by, now=now)
    record(FeedbackRefused(feedback_id=feedback.pk, reason=reason), about=feedback, by=by, at=now)


@transaction.atomic
def pass_on(
    feedback: Feedback, to: Agency | str, text: str = "", *, by: User | None, now: datetime
) -> Feedback | None:  # fmt: skip
    """To the commune it belongs to (a copy begins there with its own clock and is given back), or to another body by name.

    `by` None: routed by the position alone.
    """
    name = str(to).strip()
    if not name:
        raise RuleBroken("Ghi cơ quan được chuyển đến.")
    agency = to if isinstance(to, Agency) else None
    if agency == feedback.agency:
        raise RuleBroken("Phản ánh đã ở đúng xã này.")
    feedback.take(PASS_ON)
    feedback.turned_away_at, feedback.passed_to, feedback.passed_agency = now, name[:160], agency
    feedback.save(update_fields=["turned_away_at", "passed_to", "passed_agency"])
    copy = _copied(feedback, agency, now) if agency and agency.is_serving else None
    _public_note(feedback, "pass_on", f"Chuyển đến {name}. {text}", by=by, now=now)
    told = FeedbackPassedOn(
        feedback_id=feedback.pk, to_agency_id=agency.pk if agency else None, copy_id=copy.pk if copy else 0
    )  # fmt: skip
    record(told, about=feedback, by=by, at=now)
    return copy


def _copied(feedback: Feedback, to: Agency, now: datetime) -> Feedback:
    sender = Sender(
        user=feedback.sender, name=feedback.sender_name, phone=feedback.sender_phone, email=feedback.sender_email,
        contact=feedback.sender_contact, reply_by=feedback.reply_by, is_name_withheld=feedback.is_name_withheld,
    )  # fmt: skip
    where = Where(latitude=feedback.latitude, longitude=feedback.longitude, place=feedback.place)
    told = Told(
        text=feedback.text, channel=Channel.TRANSFER, sender=sender, where=where, origin=Origin(passed_from=feedback),
        suggested=feedback.category or feedback.suggested_category, confidence=feedback.confidence,
        is_urgent=feedback.is_urgent, press_key=f"pass-{feedback.pk}-{feedback.round}",
    )  # fmt: skip
    copy = receive(to, told, by=None, now=now)
    for photo in feedback.photos.all():
        copy.photos.create(
            moment=photo.moment, file=photo.file.name, media_type=photo.media_type, sha256=photo.sha256, at=photo.at
        )  # fmt: skip
    return copy


@transaction.atomic
def join(feedback: Feedback, into: Feedback, *, by: User | None, now: datetime) -> None:
    """A duplicate: its sender follows the one that goes on, and so do its own followers."""
    into = _end_of_chain(into)
    if into.pk == feedback.pk or into.agency_id != feedback.agency_id:
        raise RuleBroken("Chọn một phản ánh khác của xã để gộp vào.")
    if into.status in (Status.SPAM, Status.REFUSED, Status.PASSED):
        raise RuleBroken(f"{into} không còn được xử lý, không gộp vào được.")
    feedback.take(JOIN)
    feedback.duplicate_of = into
    feedback.is_public = False
    feedback.save(update_fields=["duplicate_of", "is_public"])
    _let_follow(feedback, into, now)
    if feedback.is_urgent and not into.is_urgent:
        Feedback.objects.filter(pk=into.pk).update(is_urgent=True)
    _note(feedback, "join", f"Gộp vào {into.code}", by=by, now=now)
    _note(into, "joined_by", feedback.code, by=by, now=now)
    record(FeedbackJoined(feedback_id=feedback.pk, into_id=into.pk), about=feedback, by=by, at=now)


def _end_of_chain(into: Feedback) -> Feedback:
    for _ in range(CHAIN):
        if into.duplicate_of is None:
            return into
        into = into.duplicate_of
    raise RuleBroken("Các phản ánh này gộp vòng quanh nhau. Chọn phản ánh gốc.")


def _let_follow(feedback: Feedback, into: Feedback, now: datetime) -> None:
    known = set(into.followers.exclude(contact_index="").values_list("contact_index", flat=True))
    own = Follower(
        joined=feedback, user=feedback.sender, phone=feedback.sender_phone, email=feedback.sender_email, since=now
    )  # fmt: skip
    for one in (own, *feedback.followers.all()):
        moved = Follower(
            feedback=into, joined=one.joined, user=one.user, phone=one.phone, email=one.email, since=one.since
        )  # fmt: skip
        index = one.contact_index or _index(moved)
        if index and index in known:
            moved.phone = moved.email = ""
        known.add(index)
        if moved.joined or moved.phone or moved.email or moved.user:
            moved.save()
    feedback.followers.all().delete()


def _index(follower: Follower) -> str:
    return blind_index(follower.phone or follower.email.lower(), column=PHONE_COLUMN)


@transaction.atomic
def mark_spam(feedback: Feedback, *, by: User | None, now: datetime) -> None:
    """Put aside, kept, never shown."""
    feedback.take(MARK_SPAM)
    feedback.is_public = False
    feedback.save(update_fields=["is_public"])
    _note(feedback, "mark_spam", by=by, now=now)
    record(FeedbackSpammed(feedback_id=feedback.pk), about=feedback, by=by, at=now)


@transaction.atomic
def restore(feedback: Feedback, *, by: User, now: datetime) -> None:
    """It was no spam: the clocks run from when it came."""
    feedback.take(RESTORE)
    _note(feedback, "restore", by=by, now=now)
    record(FeedbackRestored(feedback_id=feedback.pk), about=feedback, by=by, at=now)
