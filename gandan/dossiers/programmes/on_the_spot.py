"""“4 tại chỗ” (S4.18): received, appraised, approved and returned at the desk while the citizen waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.kinds import Kind, Proposal, Running, Values, declare
from gandan.programmes.parameters import Flag, Procedures, Roster
from gandan.programmes.running import running

from ..marking import fits, mark, marks
from ..models import Channel, Dossier, UnderProgramme
from ..programme_measures import SAVED_DAYS, UNDER_PROGRAMME

ON_THE_SPOT = "on_the_spot"


def _check(proposal: Proposal) -> list[str]:
    """Only people who work in the agency can be on its roster."""
    roster: Mapping[int, Sequence[str]] = proposal.values["roster"]
    named = {name for names in roster.values() for name in names}
    root = proposal.agency.commune_id or proposal.agency.pk
    staff = User.objects.filter(is_active=True, is_staff_member=True, agency__commune=root, username__in=named)
    unknown = sorted(named - set(staff.values_list("username", flat=True)))
    if not unknown:
        return []
    return [f"Lịch trực có người không thuộc đơn vị: {', '.join(unknown)}. Chọn lãnh đạo đang làm việc ở đây."]


def _announce(values: Values) -> str:
    post = " Không chờ được thì kết quả gửi qua bưu chính." if values["postal"] else ""
    return f"Nhận, thẩm định, ký và trả kết quả ngay tại quầy, trong lúc ông/bà chờ.{post}"


declare(
    Kind(
        name=ON_THE_SPOT,
        label="4 tại chỗ",
        help="Tiếp nhận, thẩm định, phê duyệt và trả kết quả ngay tại quầy, trong lúc công dân ngồi chờ. "
        "Cần lãnh đạo trực ký theo lịch.",
        changes="Hồ sơ nộp trực tiếp được mở ở trang bốn bước tại chỗ, ghi giờ từng bước và số phút của cả vòng.",
        parameters=(
            Procedures("procedures", "Thủ tục", help="Để trống: mọi thủ tục đã ghi “4 tại chỗ” trong danh mục.", default=()),
            Roster("roster", "Lãnh đạo trực ký", help="Theo ngày trong tuần.", default={}),
            Flag("postal", "Gửi kết quả qua bưu chính khi dân yêu cầu", default=True),
        ),
        measures=(UNDER_PROGRAMME.name, "same_day_share", SAVED_DAYS.name, "processing_hours"),
        check=_check,
        announce=_announce,
    )
)  # fmt: skip


@marks(ON_THE_SPOT)
def under_on_the_spot(dossier: Dossier, rule: Running, now: datetime) -> UnderProgramme | None:
    return mark(dossier, rule, now) if dossier.channel == Channel.COUNTER and _is_served(dossier, rule) else None


def _is_served(dossier: Dossier, rule: Running) -> bool:
    return fits(dossier, rule) if rule.values["procedures"] else dossier.version.on_the_spot


def served_codes(commune: Agency, day: date) -> frozenset[str]:
    """Procedures that a running programme names for the desk."""
    return frozenset(code for rule in running(ON_THE_SPOT, commune, day) for code in rule.values["procedures"])


def is_settled_here(dossier: Dossier, day: date) -> bool:
    """Goes through the four steps at the desk: by its version, or by a programme that runs."""
    return dossier.version.on_the_spot or dossier.procedure.code in served_codes(dossier.commune, day)


def posts(commune: Agency, day: date) -> bool:
    """May the result go by post when the citizen asks? Where no programme says otherwise, yes."""
    return all(rule.values["postal"] for rule in running(ON_THE_SPOT, commune, day))


def on_duty(commune: Agency, day: date) -> list[User]:
    """Leaders on the rosters of this weekday who still work here, in the order of their names."""
    rosters = [rule.values["roster"] for rule in running(ON_THE_SPOT, commune, day)]
    named = {name for roster in rosters for name in roster.get(day.weekday(), ())}
    if not named:
        return []
    return list(User.objects.filter(is_active=True, username__in=named, agency__commune=commune).order_by("sort_name"))
