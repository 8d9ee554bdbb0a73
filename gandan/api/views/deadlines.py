"""The legal clock: open to everybody."""

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from gandan.places.calendars import calendar_of, national_calendar
from gandan.places.counting import question_of
from gandan.places.models import Agency
from gandan.places.working import Unit

from .. import shapes
from ..problems import UNREADABLE, Problem
from ..telling import moment

router = Router(tags=["Lịch"])


class Asked(Schema):
    start: str = Field(alias="from", max_length=40, description="2026-02-13T16:30, giờ Việt Nam nếu không ghi")
    count: int = Field(ge=0, le=100_000)
    unit: Unit = Unit.WORKING_DAY
    agency: str = Field("", max_length=20, description="mã cơ quan, để dùng giờ làm việc của cơ quan đó")


@router.get("/calendar/deadline", response=shapes.DeadlineOut, summary="Tính hạn của một thời hạn và vì sao")
def deadline(request: HttpRequest, asked: Query[Asked]) -> shapes.DeadlineOut:
    try:
        question = question_of({"from": asked.start, "count": asked.count, "unit": asked.unit})
        day = question.start.date()
        due = question.answer(calendar_of(_agency(asked.agency), on=day) if asked.agency else national_calendar())
    except (ValueError, OverflowError) as error:
        raise Problem(UNREADABLE, str(error)) from error
    return shapes.DeadlineOut(
        due=moment(due.at), provisional=due.is_provisional, rule=due.working.rule, citation=due.working.citation,
        working=due.working.as_json(),
    )  # fmt: skip


def _agency(code: str) -> Agency:
    found = Agency.objects.filter(code=code).first()
    if found is None:
        raise Http404
    return found
