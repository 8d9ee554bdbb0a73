"""A campaign from its theme to its ranking: save, open, pledge, start, report, close, rank."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.core.workflow import Step
from gandan.journal.actions import record
from gandan.measures.registry import measure_named
from gandan.people.models import User
from gandan.places.models import Agency

from .. import counts, workflow
from ..events import CampaignDrafted, CampaignMoved, CountReported, PledgeMade, PledgeWithdrawn
from ..measuring import outcome_of, ranked
from ..models import Better, Campaign, Pledge, PledgeKind, Standing
from ..workflow import CampaignStatus


@dataclass(frozen=True)
class CampaignFacts:
    """What a plan of emulation says. `ends_on` is the last day counted."""

    name: str
    starts_on: date
    ends_on: date
    banner: str = ""
    basis: str = ""
    commended: int = 3


@dataclass(frozen=True)
class Promise:
    """One content with its target. `measure` names a measure or a count; empty for what the unit reports itself."""

    content: str
    target: float
    kind: str = PledgeKind.MEASURE
    measure: str = ""
    better: str = Better.UP
    field: str = ""
    procedure: str = ""


def hold(campaign: Campaign) -> Campaign:
    """The row as it is now, locked until the end of the transaction."""
    held = Campaign.objects.select_for_update(of=("self",)).select_related("organiser")
    return held.get(pk=campaign.pk)


def _step(campaign: Campaign, step: Step, by: User, now: datetime) -> None:
    campaign.take(step)
    record(CampaignMoved(campaign_id=campaign.pk, status=str(campaign.status)), about=campaign, by=by, at=now)


@transaction.atomic
def save_campaign(
    facts: CampaignFacts, *, organiser: Agency, campaign: Campaign | None = None, by: User, now: datetime
) -> Campaign:
    """Make a campaign, or change it while nobody can have registered."""
    if facts.ends_on < facts.starts_on:
        raise RuleBroken("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    if facts.commended < 1:
        raise RuleBroken("Số đơn vị được khen từ 1 trở lên.")
    if campaign is None:
        campaign = Campaign(organiser=organiser, made_by=by, made_at=now)
    elif hold(campaign).status != CampaignStatus.DRAFT:
        raise RuleBroken("Đợt thi đua đã phát động nên không sửa được nữa.")
    for name, value in asdict(facts).items():
        setattr(campaign, name, value)
    campaign.save()
    record(CampaignDrafted(campaign_id=campaign.pk), about=campaign, by=by, at=now)
    return campaign


@transaction.atomic
def open_registration(campaign: Campaign, *, by: User, now: datetime) -> None:
    """Units may register from now on."""
    _step(campaign, workflow.OPEN_REGISTRATION, by, now)


@transaction.atomic
def pledge(campaign: Campaign, promise: Promise, *, agency: Agency, by: User, now: datetime) -> Pledge:
    """A unit registers one content. RuleBroken: registration is closed, or the content cannot be measured."""
    held = hold(campaign)
    if held.organiser_id not in (agency.pk, agency.commune_id, agency.province_id):
        raise NotThisOffice("Đợt thi đua này của nơi khác.")
    if held.status != CampaignStatus.OPEN:
        raise RuleBroken(f"“{held}” đang ở bước “{held.status_label()}”, không nhận đăng ký.")
    _measurable(promise)
    if held.pledges.filter(agency=agency, content__iexact=promise.content.strip()).exists():
        raise RuleBroken(f"{agency} đã đăng ký nội dung này.")
    made = Pledge.objects.create(
        campaign=held, agency=agency, by=by, at=now, **{**asdict(promise), "content": promise.content.strip()}
    )
    event = PledgeMade(
        campaign_id=held.pk, pledge_id=made.pk, agency_id=agency.pk, measure=made.measure, target=made.target
    )
    record(event, about=held, by=by, at=now)
    return made


def _measurable(promise: Promise) -> None:
    if not promise.content.strip():
        raise RuleBroken("Xin ghi nội dung đăng ký.")
    if promise.target < 0:
        raise RuleBroken("Chỉ tiêu không thể là số âm.")
    try:
        if promise.kind == PledgeKind.MEASURE:
            measure_named(promise.measure)
        elif promise.kind == PledgeKind.COUNT:
            counts.count_named(promise.measure)
    except KeyError:
        raise RuleBroken("Chưa có cách đo nội dung này. Chọn một chỉ tiêu trong danh sách.") from None


@transaction.atomic
def withdraw_pledge(pledge: Pledge, *, by: User, now: datetime) -> None:
    """Taken back while registration is open."""
    held = hold(pledge.campaign)
    if held.status != CampaignStatus.OPEN:
        raise RuleBroken("Đăng ký đã khóa, không rút được nữa.")
    event = PledgeWithdrawn(campaign_id=held.pk, pledge_id=pledge.pk, agency_id=pledge.agency_id)
    pledge.delete()
    record(event, about=held, by=by, at=now)


@transaction.atomic
def start_campaign(campaign: Campaign, *, by: User, now: datetime) -> None:
    """Registration is closed: what stands there is what counts."""
    if not hold(campaign).pledges.exists():
        raise RuleBroken("Chưa đơn vị nào đăng ký. Chờ có đăng ký rồi hãy bắt đầu.")
    _step(campaign, workflow.START_CAMPAIGN, by, now)


@transaction.atomic
def report_count(pledge: Pledge, *, value: float, evidence: str, by: User, now: datetime) -> None:
    """What no live figure tells, with its evidence; may be mended until the campaign closes."""
    held = hold(pledge.campaign)
    if held.status != CampaignStatus.RUNNING:
        raise RuleBroken(f"“{held}” đang ở bước “{held.status_label()}”, không nhận báo cáo kết quả.")
    if pledge.kind != PledgeKind.REPORT:
        raise RuleBroken("Nội dung này được đo từ số liệu, không cần báo cáo.")
    if not evidence.strip():
        raise RuleBroken("Xin ghi minh chứng: số văn bản, địa chỉ bài đăng hoặc nơi lưu.")
    pledge.result, pledge.evidence, pledge.n = value, evidence.strip(), 1
    pledge.save(update_fields=["result", "evidence", "n"])
    record(CountReported(campaign_id=held.pk, pledge_id=pledge.pk, value=value), about=held, by=by, at=now)


@transaction.atomic
def close_campaign(campaign: Campaign, *, by: User, now: datetime) -> None:
    """Every result is measured once more and frozen. Not before the last day."""
    if localdate(now) < campaign.ends_on:
        raise RuleBroken(f"Đợt thi đua chạy đến {campaign.ends_on:%d/%m/%Y}. Chốt kết quả từ ngày đó.")
    held = hold(campaign)
    for one in held.pledges.select_related("agency"):
        one.campaign = held
        outcome = outcome_of(one, now)
        one.result, one.n = outcome.value, outcome.n
        one.save(update_fields=["result", "n"])
    Campaign.objects.filter(pk=campaign.pk).update(measured_at=now)
    campaign.measured_at = now
    _step(campaign, workflow.CLOSE_CAMPAIGN, by, now)


@transaction.atomic
def rank_campaign(campaign: Campaign, *, by: User, now: datetime) -> None:
    """Units in order: share of targets reached, then mean margin."""
    _step(campaign, workflow.RANK_CAMPAIGN, by, now)
    Standing.objects.bulk_create(
        Standing(
            campaign=campaign, agency=one.agency, rank=one.place.rank, reached=one.reached, pledged=one.pledged,
            share=one.share, margin=one.margin, reason=one.place.reason,
        )
        for one in ranked(campaign)
    )  # fmt: skip
