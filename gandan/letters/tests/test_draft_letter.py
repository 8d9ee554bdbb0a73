"""A letter is drafted by the event, in the words of the commune, once."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.workflow import Status
from gandan.journal.models import Entry
from gandan.journal.tests.settle import settle
from gandan.letters import actions
from gandan.letters.events import LetterDrafted
from gandan.letters.models import Letter, LetterKind, LetterRefusal
from gandan.letters.occasions import letter_for

from . import make

pytestmark = pytest.mark.django_db


def test_a_birth_approved_proposes_a_letter_with_the_name_of_the_declaration() -> None:
    make.programme()
    dossier = dossiers.dossier(Status.SETTLED, now=dossiers.MONDAY)
    settle()
    made = Letter.objects.get(dossier=dossier)
    child = str(dossier.answers["child_name"])
    assert (made.kind, made.recipient) == (LetterKind.BIRTH, f"gia đình cháu {child}")
    assert f"đón cháu {child}, sinh ngày" in made.body


def test_no_programme_no_letter() -> None:
    dossiers.dossier(Status.SETTLED, now=dossiers.MONDAY)
    settle()
    assert not Letter.objects.exists()


def test_a_family_that_declined_gets_none() -> None:
    make.programme()
    owner = dossiers.citizen()
    LetterRefusal.objects.create(citizen=owner, kind=LetterKind.BIRTH, made_at=make.NOW)
    dossiers.dossier(Status.SETTLED, owner=owner, now=dossiers.MONDAY)
    settle()
    assert not Letter.objects.exists()


def test_a_kind_that_is_not_chosen_is_not_written() -> None:
    make.programme(kinds=["marriage"])
    dossiers.dossier(Status.SETTLED, now=dossiers.MONDAY)
    settle()
    assert not Letter.objects.exists()


def test_a_marriage_names_both_and_a_death_the_family() -> None:
    dossier = dossiers.dossier(Status.SETTLED, now=dossiers.MONDAY)
    dossier.answers = {"male_name": "Lê Văn An", "female_name": "Đỗ Thị Bình"}
    both = letter_for(dossier)
    assert both
    assert both.recipient == "Lê Văn An và Đỗ Thị Bình"
    dossier.answers = {"deceased_name": "Vũ Văn Thọ"}
    family = letter_for(dossier)
    assert family
    assert (family.kind, family.facts["nguoi_mat"]) == (LetterKind.CONDOLENCE, "Vũ Văn Thọ")
    assert family.recipient == f"gia đình {dossier.applicant_name}"
    dossier.answers = {}
    assert letter_for(dossier) is None


def test_asked_twice_it_is_one_letter() -> None:
    dossier = dossiers.dossier(Status.SETTLED, now=dossiers.MONDAY)
    draft = actions.Draft(LetterKind.BIRTH, "gia đình cháu An", dossier=dossier)
    one = actions.draft_letter(make.commune(), draft, by=None, now=make.NOW)
    assert actions.draft_letter(make.commune(), draft, by=None, now=make.NOW) == one


def test_due_in_two_working_days() -> None:
    assert f"{make.letter(now=make.at(days=4)).due_at.astimezone():%d/%m}" == "01/12"


def test_without_a_reader_there_is_no_letter() -> None:
    with pytest.raises(RuleBroken, match="Ghi người nhận"):
        actions.draft_letter(make.commune(), make.draft("  "), by=make.lan(), now=make.NOW)


def test_the_journal_has_no_name() -> None:
    made = make.letter()
    entry = Entry.objects.get(kind=LetterDrafted.__name__)
    assert entry.data == {"letter_id": made.pk, "kind": "condolence", "dossier_id": None}


def test_by_hand_on_the_page() -> None:
    told = {"kind": "apology", "recipient": "bà Đỗ Thị Mai", "matter": "để bà chờ quá giờ hẹn"}
    answer = make.signed_in(make.lan()).post(f"{make.OFFICER}moi/", told)
    made = Letter.objects.get()
    assert answer.url == f"{make.OFFICER}{made.pk}/"  # type: ignore[attr-defined]
    assert "xin lỗi bà Đỗ Thị Mai về việc để bà chờ quá giờ hẹn" in made.body
