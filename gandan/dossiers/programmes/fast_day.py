"""A fixed day of the week on which complete dossiers are settled the same day (S1.55, S2.8, S2.9, S0.19)."""

from __future__ import annotations

from datetime import date, datetime

from gandan.catalog.models import LimitKind
from gandan.places.calendar import SATURDAY
from gandan.places.calendars import calendar_of
from gandan.places.working import Unit, clock_words
from gandan.programmes.kinds import Kind, Proposal, Running, Values, declare
from gandan.programmes.parameters import Choices, Flag, Hour, Procedures, Weekdays, Wholes

from ..marking import fits, mark, marks
from ..models import Dossier, UnderProgramme
from ..programme_measures import PROMISE_KEPT_RATE, SAVED_DAYS, UNDER_PROGRAMME
from ..same_day import HOURS, days_of, promised_end, serves

FAST_DAY = "fast_day"
CENTER, POLICE = "center", "cong_an"
UNIT_OF = {"ubnd_xa": CENTER, "cong_an_xa": POLICE}
"""Who handles the procedure → the unit at which it is filed. Others belong to no unit of the commune."""


def _runs_on(values: Values, day: date) -> bool:
    return day.weekday() in values["weekdays"]


def _check(proposal: Proposal) -> list[str]:
    """A weekend session runs forward; papers may still come in after it has begun."""
    values = proposal.values
    starts, ends = values["hours_from"] or HOURS[0], values["hours_to"] or HOURS[1]
    if not any(day >= SATURDAY for day in values["weekdays"]):
        return []
    if starts >= ends:
        return [f"Buổi cuối tuần từ {clock_words(starts)} đến {clock_words(ends)} không có giờ nào. Sửa giờ kết thúc."]
    if values["cutoff"] <= starts:
        return [f"Hạn nhận giấy tờ {clock_words(values['cutoff'])} trước giờ mở cửa buổi cuối tuần. Chọn giờ muộn hơn."]
    return []


def _announce(values: Values) -> str:
    """“Nhận đủ giấy tờ trước 15 giờ thì có kết quả trong ngày, cho thủ tục có hạn 3, 5, 7 ngày.”"""
    limits = f"không quá {values['limits'][-1]}" if values["up_to"] else ", ".join(map(str, values["limits"]))
    police = " Có cả thủ tục tại Công an xã." if POLICE in values["units"] else ""
    by = clock_words(values["cutoff"])
    return f"Nhận đủ giấy tờ trước {by} thì có kết quả trong ngày, cho thủ tục có hạn {limits} ngày.{police}"


declare(
    Kind(
        name=FAST_DAY,
        label="Ngày giải quyết nhanh",
        help="Một hay vài ngày cố định trong tuần, hồ sơ nhận đủ giấy tờ được giải quyết xong ngay trong ngày. "
        "Ví dụ “Ngày không chờ” thứ Ba và thứ Sáu, “Ngày thứ năm không hẹn”, “Ngày thứ 7 tình nguyện”.",
        changes="Hồ sơ nhận đủ giấy tờ vào ngày này được hẹn trả trong ngày; hạn theo luật giữ nguyên bên cạnh.",
        parameters=(
            Weekdays("weekdays", "Ngày trong tuần"),
            Wholes("limits", "Thủ tục có hạn theo luật", help="Số ngày, ví dụ 3, 5, 7.", default=(3, 5, 7), unit="ngày"),
            Flag("up_to", "Nhận cả hạn ngắn hơn", help="Mọi thủ tục có hạn không quá số lớn nhất ở trên.", default=False),
            Procedures("procedures", "Thủ tục", help="Để trống: mọi thủ tục hợp với thời hạn ở trên.", default=()),
            Hour("cutoff", "Nhận đủ giấy tờ trước", default="15:00"),
            Choices(
                "channels", "Cách nộp", default=("counter", "online"),
                options=(("counter", "Trực tiếp"), ("online", "Trực tuyến")),
            ),
            Choices(
                "units", "Nơi giải quyết", default=(CENTER,), options=((CENTER, "Trung tâm"), (POLICE, "Công an xã")),
            ),
            Hour(
                "hours_from", "Buổi cuối tuần từ", help="Chỉ dùng cho thứ Bảy, Chủ nhật; ngày làm việc theo giờ làm việc.",
                default="07:30", required=False,
            ),
            Hour("hours_to", "Buổi cuối tuần đến", default="11:30", required=False),
        ),
        measures=(UNDER_PROGRAMME.name, PROMISE_KEPT_RATE.name, SAVED_DAYS.name, "same_day_share", "processing_hours"),
        runs_on=_runs_on,
        rests_on_holidays=True,
        check=_check,
        announce=_announce,
    )
)  # fmt: skip


@marks(FAST_DAY)
def under_fast_day(dossier: Dossier, rule: Running, now: datetime) -> UnderProgramme | None:
    """Complete, in time, by a channel and at a unit of the programme, under a limit that it serves."""
    values = rule.values
    if dossier.channel not in values["channels"] or not fits(dossier, rule) or not _is_at_unit(dossier, values):
        return None
    limit = dossier.version.limit(LimitKind.STATUTORY, dossier.commune)
    if limit is None or not serves(values, days_of(limit.count, Unit(limit.unit))):
        return None
    end = promised_end(values, now, calendar_of(dossier.agency))
    return None if end is None else mark(dossier, rule, now, promised_at=end)


def _is_at_unit(dossier: Dossier, values: Values) -> bool:
    """Of a unit that takes part. What others handle counts only where the programme names the procedure."""
    unit = UNIT_OF.get(dossier.procedure.handled_by)
    return unit in values["units"] if unit else dossier.procedure.code in values["procedures"]
