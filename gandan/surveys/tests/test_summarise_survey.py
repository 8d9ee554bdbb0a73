"""The table: 97 % and 64 % of 300, 96 % and 28 %, hidden where few answered; kept for good."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.errors import RuleBroken
from gandan.people.models import Role
from gandan.surveys import actions, results, shipped
from gandan.surveys.models import Reply, Survey, SurveyKind

from . import make

pytestmark = pytest.mark.django_db


def _replies(survey: Survey, counts: dict[int, int], **more: object) -> None:
    """As `answer` writes them, many at once."""
    asked = [one for one in survey.questionnaire.questions.all() if not one.is_text]
    rows = [
        Reply(
            survey=survey, unit=survey.agency, channel="paper", week=make.TODAY, verdict=level,
            answers={str(one.number): level for one in asked}, **more,
        )
        for level, count in counts.items() for _ in range(count)
    ]  # fmt: skip
    Reply.objects.bulk_create(rows)


def _summarised(survey: Survey) -> dict[str, object]:
    actions.close_survey(survey, by=None, now=make.NOW)
    actions.summarise_survey(survey, by=make.tam(), now=make.NOW)
    kept: dict[str, object] = Survey.objects.get(pk=survey.pk).summary
    return kept


def test_it_works() -> None:
    """S1.60: 300 households, 291 say it meets the demand, 192 of them that it is good; the six contents stand beside."""
    survey = make.survey()
    _replies(survey, {make.BELOW: 9, make.MEETS: 99, make.GOOD: 192})
    told: dict[str, object] = _summarised(survey)
    passed, good = told["passed"], told["good"]
    assert (passed["count"], passed["said"], passed["n"]) == (291, "97%", 300)  # type: ignore[index]  # JSON
    assert (good["count"], good["said"]) == (192, "64%")  # type: ignore[index]  # JSON
    assert passed["interval"] == "từ 94,4 đến 98,4%"  # type: ignore[index]  # JSON
    assert len(told["questions"]) == 7  # type: ignore[arg-type]  # JSON


def test_through_the_real_door_it_is_the_same() -> None:
    survey = make.survey()
    make.replies(survey, {make.BELOW: 1, make.MEETS: 4, make.GOOD: 15})
    told = results.summary_of(survey, now=make.NOW)
    assert (told["passed"]["said"], told["good"]["said"], told["n"]) == ("95%", "75%", 20)
    assert told["questions"][0]["levels"][2] == {"word": "Tốt", "count": 15, "percent": 75.0}


def test_two_wards_side_by_side(clock: object) -> None:
    """S4.12, S4.13: 97/64 beside 96/28, as the province reads them; computed from replies, not declared."""
    here = make.survey(title="Phường Hiệp Lợi")
    there = make.survey(of=make.other_commune(), title="Phường Ngã Bảy")
    _replies(here, {make.BELOW: 9, make.MEETS: 99, make.GOOD: 192})
    _replies(there, {make.BELOW: 12, make.MEETS: 204, make.GOOD: 84})
    province = make.staff("tinh", Role.OVERSIGHT, agency=make.commune().province)
    page = make.signed_in(province).get("/lanh-dao/khao-sat/").content.decode()
    for said in ("97%", "64%", "96%", "28%", "291/300", "84/300"):
        assert said in page, said
    own = make.signed_in(make.hoa()).get("/lanh-dao/khao-sat/").content.decode()
    assert "Phường Ngã Bảy" not in own


def test_nine_replies_show_no_share() -> None:
    survey = make.survey()
    _replies(survey, {make.GOOD: 9})
    told = results.summary_of(survey, now=make.NOW)
    assert told["n"] == 9
    assert told["passed"] == {
        "n": 9, "count": None, "percent": None, "low": None, "high": None, "said": "ít phiếu, chưa tính", "interval": "",
    }  # fmt: skip
    assert told["questions"][0]["levels"][2]["count"] is None


def test_a_lone_small_unit_cannot_be_had_by_subtraction() -> None:
    survey = make.survey()
    police = make.commune().__class__.objects.get(part="cong_an")
    _replies(survey, {make.GOOD: 40})
    Reply.objects.update(unit=police)
    _replies(survey, {make.BELOW: 3})
    told = results.summary_of(survey, now=make.NOW)
    assert [(one["n"], one["passed"]["percent"]) for one in told["units"]] == [(40, None), (3, None)]


def test_by_model(clock: object) -> None:
    """S2.4: fifty users of the model, all content: 100 % with n."""
    make.programme()
    survey = Survey.objects.filter(kind=SurveyKind.AFTER_RESULT).first() or actions.open_rating_survey(
        make.commune(), by=None, now=make.NOW
    )
    from gandan.programmes.models import Programme

    used = Programme.objects.get()
    _replies(survey, {4: 50}, programmes=[used.pk])
    Reply.objects.update(verdict=2)
    told = results.summary_of(survey, now=make.NOW)
    assert [(one["label"], one["n"], one["passed"]["said"]) for one in told["programmes"]] == [
        ("Mời đánh giá", 50, "100%")
    ]


def test_the_kept_table_never_changes(clock: object) -> None:
    survey = make.survey()
    _replies(survey, {make.GOOD: 20})
    _summarised(survey)
    Reply.objects.all().delete()
    page = make.signed_in(make.tam()).get(f"{make.OFFICER}{survey.pk}/").content.decode()
    assert "100%" in page
    for kind, start in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
        file = make.signed_in(make.tam()).get(f"{make.OFFICER}{survey.pk}/?dang={kind}")
        assert file.content.startswith(start), kind
    assert make.signed_in(make.tam()).get(f"{make.OFFICER}{survey.pk}/?dang=exe").status_code == 404


def test_not_while_papers_wait() -> None:
    survey = make.survey()
    actions.print_sheets(survey, count=5, by=make.tam(), now=make.NOW)
    make.typed(survey, range(1, 4))
    actions.close_survey(survey, by=None, now=make.NOW)
    with pytest.raises(RuleBroken, match="lô phiếu giấy"):
        actions.summarise_survey(survey, by=make.tam(), now=make.NOW)


def test_few_statements_whatever_the_number() -> None:
    survey = make.survey(code=shipped.SIX_CONTENTS)
    _replies(survey, {make.GOOD: 30, make.BELOW: 5})
    with CaptureQueriesContext(connection) as told:
        results.summary_of(survey, now=make.NOW)
    assert len(told) <= 11
