"""“Mỗi người một tay” (S0.22): propose, consent, guide, let guide, confirm each, close. Times are kept at every step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Avg
from django.utils.timezone import localdate

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..events import (
    GroupAgreed,
    GroupClosed,
    GroupDissolved,
    GroupProposed,
    MemberConfirmed,
    PioneerGuided,
    PioneerGuides,
)
from ..forecast import ENOUGH
from ..grouping import MOST_MEMBERS, saved
from ..line import single_services
from ..models import PeerGroup, PeerMember, Ticket, waited_until
from ..rules import rules_of
from ..workflow import Status
from .serving import finish


@transaction.atomic
def propose_group(
    agency: Agency, *, procedure: Procedure, tickets: Sequence[Ticket], by: User, now: datetime
) -> PeerGroup:
    """Invite people who wait for one procedure. They keep waiting until the pioneer consents."""
    day = localdate(now)
    rules = rules_of(agency, day)
    if rules.least_group is None:
        raise RuleBroken("Chưa bật mô hình “Mỗi người một tay”. Lãnh đạo bật ở mục Chương trình.")
    fitting = [
        one for one in tickets
        if one.agency_id == agency.pk and one.day == day and one.procedure_id == procedure.pk and one.status == Status.WAITING
    ]  # fmt: skip
    if not rules.least_group <= len(fitting) <= MOST_MEMBERS:
        raise RuleBroken(f"Nhóm cần từ {rules.least_group} đến {MOST_MEMBERS} người đang chờ cùng một thủ tục.")
    group = PeerGroup.objects.create(
        agency=agency, day=day, procedure=procedure, officer=by, proposed_at=now, programme_id=rules.group_programme
    )
    try:
        with transaction.atomic():
            PeerMember.objects.bulk_create([PeerMember(group=group, ticket=one) for one in fitting])
    except IntegrityError:
        raise RuleBroken("Có người vừa được mời vào nhóm khác. Xin xem lại danh sách.") from None
    record(
        GroupProposed(group_id=group.pk, agency_id=agency.pk, members=len(fitting)), about=group, by=by, at=now,
        is_first=True,
    )  # fmt: skip
    return group


def _members(group: PeerGroup) -> list[PeerMember]:
    return list(group.members.filter(left_at__isnull=True).select_related("ticket").order_by("ticket__number"))


@transaction.atomic
def agree_group(group: PeerGroup, *, pioneer: Ticket, by: User, now: datetime) -> None:
    """The pioneer consents: the group leaves the line together. Whoever was called meanwhile is no longer of it."""
    group.take(workflow.AGREE_GROUP)
    everybody = _members(group)
    members = [one for one in everybody if one.ticket.status == Status.WAITING]
    gone = [one for one in everybody if one not in members]
    if pioneer.pk not in {one.ticket_id for one in members} or len(members) < 2:
        raise RuleBroken("Người tiên phong phải đang chờ trong nhóm, và nhóm còn ít nhất hai người.")
    PeerMember.objects.filter(pk__in=[one.pk for one in gone]).update(left_at=now)
    PeerMember.objects.filter(group=group, ticket=pioneer).update(is_pioneer=True)
    for member in members:
        _bring_in(member.ticket, by=by, now=now)
    group.agreed_at, group.officer = now, by
    group.save(update_fields=["agreed_at", "officer"])
    event = GroupAgreed(
        group_id=group.pk, agency_id=group.agency_id, members=len(members), pioneer_ticket_id=pioneer.pk
    )
    record(event, about=group, by=by, at=now)


def _bring_in(ticket: Ticket, *, by: User, now: datetime) -> None:
    """Out of the line and served in the group: waiting ends here."""
    waited = waited_until(ticket, now)
    ticket.take(workflow.JOIN_GROUP)
    ticket.waited_seconds, ticket.served_at, ticket.officer = waited, now, by
    ticket.save(update_fields=["waited_seconds", "served_at", "officer"])


@transaction.atomic
def guide_pioneer(group: PeerGroup, *, by: User, now: datetime) -> None:
    """The officer has gone through the sample form with the pioneer."""
    group.take(workflow.GUIDE_PIONEER)
    group.guided_at = now
    group.save(update_fields=["guided_at"])
    event = PioneerGuided(group_id=group.pk, agency_id=group.agency_id, members=len(_members(group)))
    record(event, about=group, by=by, at=now)


@transaction.atomic
def let_guide(group: PeerGroup, *, by: User, now: datetime) -> None:
    """The pioneer begins to guide the others, the officer beside them."""
    group.take(workflow.LET_GUIDE)
    group.guiding_at = now
    group.save(update_fields=["guiding_at"])
    event = PioneerGuides(group_id=group.pk, agency_id=group.agency_id, members=len(_members(group)))
    record(event, about=group, by=by, at=now)


@transaction.atomic
def confirm_member(member: PeerMember, *, by: User, now: datetime) -> None:
    """The officer saw that this person is done; with the last one the group is confirmed. Pressed twice it stays so."""
    group = PeerGroup.objects.select_for_update(no_key=True).get(pk=member.group_id)
    if group.status != workflow.GroupStatus.GUIDING:
        raise RuleBroken(f"Nhóm đang ở bước “{group.status_label()}”, chưa xác nhận từng người được.")
    changed = PeerMember.objects.filter(pk=member.pk, confirmed_at__isnull=True, left_at__isnull=True)
    if not changed.update(confirmed_at=now):
        return
    finish(member.ticket, by=by, now=now)
    members = _members(group)
    event = MemberConfirmed(
        group_id=group.pk, agency_id=group.agency_id, members=len(members), ticket_id=member.ticket_id
    )
    record(event, about=group, by=by, at=now)
    if all(one.confirmed_at for one in members):
        group.take(workflow.CONFIRM_ALL)
        group.confirmed_at = now
        group.save(update_fields=["confirmed_at"])


@transaction.atomic
def close_group(group: PeerGroup, *, by: User, now: datetime) -> None:
    """Reckon what the group saved: members × mean of serving one alone (last 30 days) − the group's own time."""
    group.take(workflow.CLOSE_GROUP)
    assert group.agreed_at is not None
    assert group.confirmed_at is not None
    members = len(_members(group))
    spent = int((group.confirmed_at - group.agreed_at).total_seconds())
    group.single_seconds = single_seconds(group, now)
    group.saved_seconds = saved(members, single_seconds=group.single_seconds, group_seconds=spent)
    group.ended_at = now
    group.save(update_fields=["single_seconds", "saved_seconds", "ended_at"])
    event = GroupClosed(
        group_id=group.pk, agency_id=group.agency_id, members=members, group_seconds=spent,
        saved_seconds=group.saved_seconds,
    )  # fmt: skip
    record(event, about=group, by=by, at=now)


def single_seconds(group: PeerGroup, now: datetime) -> int | None:
    """Mean of serving one person of this procedure alone in the last 30 days; None with fewer than five measured."""
    served = single_services(group.agency_id, now).filter(procedure=group.procedure_id)
    if served.count() < ENOUGH:
        return None
    return round(float(served.aggregate(mean=Avg("served_seconds"))["mean"]))


@transaction.atomic
def dissolve_group(group: PeerGroup, *, by: User, now: datetime) -> None:
    """Given up: whoever was not confirmed waits again with the old turn, and may be of another group."""
    group.take(workflow.DISSOLVE_GROUP)
    left = [one for one in _members(group) if one.confirmed_at is None]
    for member in left:
        if member.ticket.status == Status.SERVING and member.ticket.counter_id is None:
            member.ticket.take(workflow.LEAVE_GROUP)
            member.ticket.served_at = None
            member.ticket.save(update_fields=["served_at"])
    PeerMember.objects.filter(pk__in=[one.pk for one in left]).update(left_at=now, is_pioneer=False)
    group.ended_at = now
    group.save(update_fields=["ended_at"])
    record(GroupDissolved(group_id=group.pk, agency_id=group.agency_id, members=len(left)), about=group, by=by, at=now)
