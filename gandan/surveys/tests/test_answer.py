"""One answer an invitation, and nothing that leads back to who gave it."""

import pytest
from django.db import connection
from django.db.models import ForeignKey
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.surveys import actions
from gandan.surveys.models import Channel, Comment, Invitation, OfficerTally, Reply, SurveyKind

from . import make

pytestmark = pytest.mark.django_db


def _form(invitation: Invitation, level: int = 4) -> dict[str, str]:
    asked = invitation.survey.questionnaire.questions.all()
    return {f"q{one.number}": str(level) for one in asked if not one.is_text}


def test_it_works(client: Client) -> None:
    invitation = make.invited()
    assert invitation.dossier is not None
    address = f"/khao-sat/ho-so/{invitation.dossier.key}/"
    page = client.get(address, follow=True).content.decode()
    assert "Nói chung, ông/bà hài lòng đến đâu?" in page
    told = {**_form(invitation), "q10": "Cô Mai rất tận tình, gọi tôi 0912 345 118"}
    assert "Cảm ơn" in client.post(f"/khao-sat/{invitation.key}/", told).content.decode()
    reply = Reply.objects.get()
    assert (reply.verdict, reply.channel, reply.field) == (2, Channel.LINK, "Hộ tịch")
    assert Comment.objects.get().text.endswith("gọi tôi [đã che]")


def test_a_second_answer_is_refused(client: Client) -> None:
    invitation = make.invited()
    client.post(f"/khao-sat/{invitation.key}/", _form(invitation))
    page = client.post(f"/khao-sat/{invitation.key}/", _form(invitation, 0)).content.decode()
    assert "đã được trả lời một lần" in page
    with pytest.raises(RuleBroken, match="đã được trả lời"):
        actions.answer(invitation, make.given(of=invitation.survey.questionnaire), now=make.NOW)
    assert Reply.objects.count() == 1


def test_nothing_joins_a_reply_to_a_person_or_a_dossier() -> None:
    """By columns, by moments, by order, by the journal."""
    for model in (Reply, Comment):
        pointed = {one.related_model.__name__ for one in model._meta.get_fields() if isinstance(one, ForeignKey)}
        assert pointed <= {"Survey", "Agency"}, model
        assert not {one.get_internal_type() for one in model._meta.fields} & {
            "DateTimeField",
            "AutoField",
            "BigAutoField",
        }
    invitations = [make.invited() for _ in range(3)]
    for level, one in enumerate(invitations):
        actions.answer(one, make.given(level, of=one.survey.questionnaire), now=make.at(hours=level))
    kept = {str(value) for row in Reply.objects.values() for value in row.values()}
    secrets = {one.key for one in invitations} | {one.dossier.key for one in invitations if one.dossier}
    assert not any(secret in value for secret in secrets for value in kept)
    told = Entry.objects.filter(kind="SurveyAnswered")
    assert {tuple(one.data) for one in told} == {("survey_id",)}
    assert {one.actor_id for one in told} == {None}
    burnt = set(Invitation.objects.values_list("is_used", flat=True))
    assert burnt == {True}
    moments = [one.name for one in Invitation._meta.fields if one.get_internal_type() == "DateTimeField"]
    assert moments == []


def test_equal_attributes_cannot_be_told_apart_after_the_night() -> None:
    """The transaction that wrote a row is a column of PostgreSQL: the nightly mixing makes it one for all."""
    invitations = [make.invited() for _ in range(3)]
    for one in invitations:
        actions.answer(one, make.given(of=one.survey.questionnaire), now=make.NOW)
    actions.mix_replies(invitations[0].survey, now=make.at(days=1))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text), count(*) FROM surveys_reply")
        assert cursor.fetchone() == (1, 3)


@pytest.mark.parametrize(
    ("days", "closed", "words"),
    [
        pytest.param(31, False, "hết hạn trả lời", id="old link"),
        pytest.param(0, True, "đã đóng", id="closed survey"),
        pytest.param(400, False, "đã đóng", id="after its last day"),
    ],
)
def test_too_late(client: Client, clock: object, days: int, closed: bool, words: str) -> None:
    invitation = make.invited()
    if closed:
        actions.close_survey(invitation.survey, by=None, now=make.NOW)
    clock.now = make.at(days=days)  # type: ignore[attr-defined]
    assert words in client.get(f"/khao-sat/{invitation.key}/").content.decode()
    client.post(f"/khao-sat/{invitation.key}/", _form(invitation))
    assert not Reply.objects.exists()


def test_empty_and_wrong_answers() -> None:
    survey = make.survey()
    one = make.invitation(survey)
    for given, words in (
        (actions.Given(), "chưa có câu trả lời"),
        (actions.Given({1: 1}), "Còn câu"),
        (actions.Given({99: 1}), "không có mức"),
        (actions.Given({1: 7}), "không có mức"),
    ):
        with pytest.raises(RuleBroken, match=words):
            actions.answer(one, given, now=make.NOW)
    assert not Invitation.objects.get(pk=one.pk).is_used


def test_the_page_says_what_is_missing(client: Client) -> None:
    one = make.invited()
    page = client.post(f"/khao-sat/{one.key}/", {}).content.decode()
    assert "Còn 1 chỗ cần sửa" in page
    assert "Xin chọn một mức." in page


def test_what_fills_the_hidden_field_is_no_person(client: Client) -> None:
    one = make.invited()
    page = client.post(f"/khao-sat/{one.key}/", {**_form(one), "website": "http://mua.hang"})
    assert page.status_code == 200
    assert not Reply.objects.exists()


def test_a_flood_is_stopped(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gandan.surveys.limits.ANSWERS_PER_ADDRESS", 1)
    for _ in range(3):
        one = make.invited()
        client.post(f"/khao-sat/{one.key}/", _form(one))
    assert Reply.objects.count() == 1


def test_signed_in_it_came_by_the_app(client: Client) -> None:
    lan = make.citizen(phone="0912000111")
    one = make.invited(owner=lan)
    client.force_login(lan)
    client.post(f"/khao-sat/{one.key}/", _form(one))
    assert Reply.objects.get().channel == Channel.APP


def test_the_officer_is_rated_by_tally_only() -> None:
    """S1.21: sum and count of a month, no single rating."""
    for _ in range(4):
        one = make.invited()
        actions.answer(one, make.given(4, of=one.survey.questionnaire), now=make.NOW)
    tally = OfficerTally.objects.get()
    assert (tally.officer, tally.points, tally.ratings) == (make.minh(), 20, 4)
    assert one.survey.kind == SurveyKind.AFTER_RESULT
    one.survey.questionnaire.refresh_from_db()
    assert one.survey.questionnaire.frozen_at is not None
