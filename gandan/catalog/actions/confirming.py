"""Confirming a time or a fee, with source and date."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.offices import Office
from gandan.places.deadlines import VIETNAM, Unit
from gandan.places.models import Agency

from ..drafts import FeeDraft, LimitDraft
from ..events import FeeVerified, LimitVerified
from ..kept import forget_versions
from ..models import Fee, Origin, ProcedureVersion, TimeLimit
from ..rights import fee_scope_of, scope_of

MOST_DAYS = 3660


@transaction.atomic
def verify_limit(version: ProcedureVersion, confirmed: LimitDraft, *, by: Office, now: datetime) -> TimeLimit:
    """A time limit holds as read in its source: everywhere or in the clerk's commune, as the office may say."""
    today = now.astimezone(VIETNAM).date()
    agency = scope_of(by, today)
    source_on = _checked_source(confirmed.source, confirmed.source_on, today)
    lowest = 0 if confirmed.unit is Unit.SAME_DAY else 1
    if not lowest <= confirmed.count <= MOST_DAYS:
        raise RuleBroken(f"Thời hạn phải từ {lowest} đến {MOST_DAYS}. Xem lại con số trong văn bản.")
    about = {"kind": confirmed.kind, "case": confirmed.case}
    limit = version.limits.filter(agency=agency, **about).first() or TimeLimit(version=version, agency=agency, **about)
    limit.count, limit.unit, limit.cutoff = confirmed.count, confirmed.unit, confirmed.cutoff
    limit.citation = confirmed.citation
    limit.verify(source=confirmed.source, source_on=source_on, by=str(by.user), at=now)
    _keep(limit)
    fact = LimitVerified(
        limit_id=limit.pk, agency_id=limit.agency_id, count=limit.count, unit=limit.unit, source_on=source_on
    )
    record(fact, about=version.procedure, by=by.user, at=now)
    return limit


@transaction.atomic
def verify_fee(version: ProcedureVersion, confirmed: FeeDraft, *, by: Office, now: datetime) -> Fee:
    """A fee holds as read in its source: in the province or in the clerk's commune. An amount of 0 needs its citation."""
    today = now.astimezone(VIETNAM).date()
    agency = fee_scope_of(by, today)
    source_on = _checked_source(confirmed.source, confirmed.source_on, today)
    amount = confirmed.amount
    if amount is None or amount < 0:
        raise RuleBroken("Ghi mức thu bằng đồng. Không thu thì ghi 0 kèm căn cứ.")
    if amount == 0 and not confirmed.citation:
        raise RuleBroken("Mức 0 đ phải kèm căn cứ: luật, nghị định hoặc nghị quyết nào miễn.")
    fee = _fee_about(version, confirmed, agency)
    fee.amount, fee.unit, fee.cap = amount, confirmed.unit, confirmed.cap
    fee.tiers = [list(tier) for tier in confirmed.tiers]
    fee.citation = confirmed.citation
    fee.verify(source=confirmed.source, source_on=source_on, by=str(by.user), at=now)
    _keep(fee)
    fact = FeeVerified(fee_id=fee.pk, agency_id=fee.agency_id, amount=amount, source_on=source_on)
    record(fact, about=version.procedure, by=by.user, at=now)
    return fee


def _fee_about(version: ProcedureVersion, confirmed: FeeDraft, agency: Agency | None) -> Fee:
    channels = sorted(confirmed.channels)
    rows = version.fees.filter(agency=agency, case=confirmed.case)
    same = next((fee for fee in rows if sorted(fee.channels) == channels), None)
    return same or Fee(version=version, agency=agency, case=confirmed.case, channels=list(confirmed.channels))


def _checked_source(source: str, source_on: date | None, today: date) -> date:
    if not source.strip() or source_on is None:
        raise RuleBroken("Ghi nguồn và ngày của nguồn: số quyết định hoặc nghị quyết, ngày ban hành.")
    if source_on > today:
        raise RuleBroken("Ngày của nguồn ở sau hôm nay. Xem lại ngày ban hành.")
    return source_on


def _keep(fact: TimeLimit | Fee) -> None:
    """A version with a fact somebody confirmed for everywhere is edited: no file overwrites it any more."""
    fact.save()
    forget_versions()
    if fact.agency_id is None:
        ProcedureVersion.objects.filter(pk=fact.version_id).update(origin=Origin.EDITED)
