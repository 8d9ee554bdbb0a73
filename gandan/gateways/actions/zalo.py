"""Who follows our Zalo account, and who shared a telephone there."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.gateways.events import ZaloFollowed, ZaloPhoneShared, ZaloUnfollowed
from gandan.gateways.models import ZaloContact, phone_index, zalo_index
from gandan.journal.actions import record


def contact_of(user_id: str) -> ZaloContact:
    """The row of this person, locked; made when they are met for the first time."""
    contact, _ = ZaloContact.objects.select_for_update().get_or_create(
        user_index=zalo_index(user_id), defaults={"user_id": user_id}
    )
    return contact


@transaction.atomic
def follow(user_id: str, *, now: datetime) -> None:
    """Told once, however often Zalo repeats it."""
    contact = contact_of(user_id)
    if not contact.is_following:
        ZaloContact.objects.filter(pk=contact.pk).update(is_following=True)
        record(ZaloFollowed(contact_id=contact.pk), about=contact, at=now)


@transaction.atomic
def unfollow(user_id: str, *, now: datetime) -> None:
    """No message may go there any more, save answers to what they write."""
    contact = contact_of(user_id)
    if contact.is_following:
        ZaloContact.objects.filter(pk=contact.pk).update(is_following=False)
        record(ZaloUnfollowed(contact_id=contact.pk), about=contact, at=now)


@transaction.atomic
def share_phone(user_id: str, phone: str, *, now: datetime) -> None:
    """They gave us their number in Zalo: notices to that number may go to this contact. A number has one contact."""
    contact = contact_of(user_id)
    if contact.phone == phone:
        return
    ZaloContact.objects.filter(phone_index=phone_index(phone)).update(phone="", phone_index="")
    contact.phone, contact.phone_index = phone, phone_index(phone)
    contact.save(update_fields=["phone", "phone_index"])
    record(ZaloPhoneShared(contact_id=contact.pk), about=contact, at=now)
