"""What the demonstration shows of surveys: ratings after results, a published opinion of residents, two consultations."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from gandan.dossiers.models import Dossier
from gandan.dossiers.workflow import Status
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.actions import Switch, switch_on
from gandan.surveys import actions, shipped
from gandan.surveys.models import Questionnaire, Survey, SurveyKind
from gandan.surveys.rules import KIND

SEED, RATED, ASKED_AT_HOME, WEEKS = 11, 150, 120, 8
SATISFIED, MET = (0.02, 0.03, 0.12, 0.45, 0.38), (0.04, 0.36, 0.60)
WORDS = (
    "Cán bộ chỉ từng ô, tôi làm xong trong một buổi.", "Nên có thêm ghế cho người già.",
    "Nhắn tin báo kết quả rất tiện.", "Máy lấy số hôm ấy hết giấy.",
)  # fmt: skip
OPINIONS = (
    ("Thoát nước", "Nên chừa rãnh thoát nước hai bên, mùa mưa đường ngập."),
    ("Thoát nước", "Làm cống trước rồi hãy làm đường."),
    ("Thời điểm làm", "Xin làm sau vụ gặt, tháng 5 xe lúa đi nhiều."),
    ("Cây trồng ven đường", "Nhà nào có cây thì báo trước một tháng."),
)
ANSWERS = {
    "Thoát nước": ("accepted", "Thiết kế thêm rãnh nắp đan hai bên, làm trước mặt đường."),
    "Thời điểm làm": ("partly", "Đoạn qua cánh đồng làm sau ngày 15/6, đoạn trong thôn làm trước."),
    "Cây trồng ven đường": ("explained", "Xã thông báo từng hộ trước 30 ngày theo phương án đã duyệt."),
}


def tell(commune: Agency, people: Mapping[str, User], *, now: datetime) -> None:
    """Told through the real actions, at past moments; the same every time."""
    chance = random.Random(SEED)
    actions.set_up_questionnaires(now=now)
    _ratings(commune, people, chance, now)
    _residents(commune, people, chance, now - timedelta(weeks=WEEKS))
    _consultations(commune, people, now)


def _ratings(commune: Agency, people: Mapping[str, User], chance: random.Random, now: datetime) -> None:
    leader, begun = people["lanhdao"], now - timedelta(weeks=WEEKS)
    switch = Switch(
        kind=KIND, agency=commune, name="Mời đánh giá sau khi trả kết quả", parameters={}, since=localdate(begun),
        basis="TC2.7.1; Nghị định 118/2025/NĐ-CP, Điều 31",
    )  # fmt: skip
    switch_on(switch, by=leader, now=begun)
    for name, channel in (("Quầy 1", "counter"), ("Quầy 2", "counter"), ("Màn hình cửa ra", "kiosk")):
        actions.place_station(commune, name=name, channel=channel, by=leader, now=begun)
    survey = actions.open_rating_survey(commune, by=leader, now=begun)
    returned = Dossier.objects.of(commune).filter(status=Status.RETURNED, returned_at__gte=begun)
    related = returned.select_related("commune", "agency", "procedure").order_by("-returned_at")
    for dossier in related[:RATED]:
        at = dossier.returned_at or now
        invitation = actions.invite_rating(dossier, officer=people["motcua"], now=at)
        if invitation is not None and chance.random() < 0.8:
            actions.answer(invitation, _given(survey.questionnaire, SATISFIED, chance), now=at)


def _residents(commune: Agency, people: Mapping[str, User], chance: random.Random, now: datetime) -> None:
    asked = Questionnaire.objects.filter(agency=None, code=shipped.FOUR_CRITERIA).latest("version")
    opens_on = localdate(now)
    plan = actions.Plan(
        asked,
        SurveyKind.RESIDENTS,
        "Người dân đánh giá chính quyền, quý III/2026",
        opens_on,
        opens_on + timedelta(days=30),
    )
    survey = actions.plan_survey(commune, plan, by=people["vanthu"], now=now)
    actions.open_survey(survey, by=people["vanthu"], now=now)
    for one in actions.print_sheets(survey, count=ASKED_AT_HOME, by=people["vanthu"], now=now):
        actions.answer(one, _given(asked, MET, chance), now=now)
    _finish(survey, people, now + timedelta(days=31))


def _finish(survey: Survey, people: Mapping[str, User], now: datetime) -> None:
    actions.close_survey(survey, by=None, now=now)
    actions.summarise_survey(survey, by=people["vanthu"], now=now)
    actions.publish_survey(survey, by=people["lanhdao"], now=now)


def _given(asked: Questionnaire, weights: tuple[float, ...], chance: random.Random) -> actions.Given:
    marks, words = {}, {}
    for one in asked.questions.all():
        if one.is_text and chance.random() < 0.06:
            words[one.number] = chance.choice(WORDS)
        elif not one.is_text and (one.is_required or chance.random() < 0.9):
            marks[one.number] = chance.choices(range(len(one.words)), weights[: len(one.words)])[0]
    return actions.Given(marks, words)


def _consultations(commune: Agency, people: Mapping[str, User], now: datetime) -> None:
    clerk, begun = people["vanthu"], now - timedelta(weeks=WEEKS)
    past = actions.Draft(
        "Mở rộng đường liên thôn lên 5 m",
        "Đường từ cổng thôn Mỹ Ân đến trường tiểu học, rộng 3 m thành 5 m. Dự kiến làm trong năm 2027 bằng vốn của xã.",
        localdate(begun), localdate(begun) + timedelta(days=29), "Thôn Mỹ Ân", ("Có nên mở rộng lên 5 m không?",),
    )  # fmt: skip
    done = actions.plan_consultation(commune, past, by=clerk, now=begun)
    actions.open_consultation(done, by=clerk, now=begun)
    for number, (_, text) in enumerate(OPINIONS * 3, start=1):
        words = actions.Words({0: "agree" if number % 4 else "partly"}, text)
        actions.type_opinion(done, words, sheet=number, by=clerk, now=begun)
    ended = begun + timedelta(days=30)
    actions.close_consultation(done, by=None, now=ended)
    for title, (stance, answer) in ANSWERS.items():
        wanted = {text for group, text in OPINIONS if group == title}
        found = [one.pk for one in done.opinions.all() if one.text in wanted]
        group = actions.group_opinions(done, title=title, opinions=found, by=clerk, now=ended)
        actions.answer_group(group, stance=stance, answer=answer, by=clerk, now=ended)
    actions.publish_consultation(done, by=people["lanhdao"], now=ended)
    present = actions.Draft(
        "Giờ mở cửa Trung tâm vào sáng thứ Bảy",
        "Trung tâm định mở cửa sáng thứ Bảy, từ 7 giờ 30 đến 11 giờ, cho người đi làm. Cán bộ trực luân phiên.",
        localdate(now) - timedelta(days=3), localdate(now) + timedelta(days=26), "",
        ("Có nên mở cửa sáng thứ Bảy không?", "Có nên bắt đầu từ 7 giờ không?"),
    )  # fmt: skip
    one = actions.plan_consultation(commune, present, by=clerk, now=now)
    actions.open_consultation(one, by=clerk, now=now)
    for number, text in enumerate(("Nên mở cả chiều.", "Sáng thứ Bảy là đủ, xin có người biết làm đất đai."), start=1):
        actions.type_opinion(one, actions.Words({0: "agree", 1: "agree"}, text), sheet=number, by=clerk, now=now)
