"""What several verbs do alike: a line of the story, photos, saving and recording. Private to the actions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.people.models import User
from gandan.places.models import Agency

from ..models import Feedback, FeedbackNote, FeedbackPhoto, PhotoMoment

LONGEST = 3000
MOST_PHOTOS = 6


def _note(feedback: Feedback, verb: str, text: str = "", *, by: User | None, now: datetime) -> FeedbackNote:
    return FeedbackNote.objects.create(feedback=feedback, verb=verb, text=text.strip()[:LONGEST], by=by, at=now)


def _public_note(feedback: Feedback, verb: str, text: str, *, by: User | None, now: datetime) -> FeedbackNote:
    return FeedbackNote.objects.create(
        feedback=feedback, verb=verb, text=text.strip()[:LONGEST], by=by, at=now, is_public=True
    )


def _keep_photos(
    feedback: Feedback, photos: Iterable[CleanFile], moment: PhotoMoment, *, by: User | None, now: datetime
) -> None:
    """The same photo sent twice is one; pictures only, no papers."""
    kept = set(feedback.photos.values_list("sha256", flat=True))
    for photo in photos:
        if not photo.media_type.startswith("image/"):
            raise RuleBroken("Cần một tấm ảnh chụp (JPG, PNG, WEBP), không phải tệp PDF.")
        if photo.sha256 in kept:
            continue
        if len(kept) >= MOST_PHOTOS * 2:
            raise RuleBroken(f"Phản ánh này đã có {len(kept)} ảnh, không nhận thêm.")
        kept.add(photo.sha256)
        FeedbackPhoto.objects.create(
            feedback=feedback, moment=moment, file=photo.content, media_type=photo.media_type, sha256=photo.sha256, at=now,
            by=by,
        )  # fmt: skip


def _needs(text: str, told: str) -> str:
    """The words, stripped; RuleBroken with `told` when there are none."""
    said = text.strip()
    if not said:
        raise RuleBroken(told)
    return said[:LONGEST]


def _lock(feedback: Feedback) -> None:
    """Whoever changes a feedback without taking a step waits here for the other."""
    Feedback.objects.select_for_update().get(pk=feedback.pk)


def _belongs(unit: Agency, feedback: Feedback) -> None:
    if unit.commune_id != feedback.agency_id:
        raise RuleBroken(f"{unit} không thuộc {feedback.agency.name_within}.")
