"""Everybody ends in a final state with its reason (S0.21); who files ends by himself (S4.17)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.events import DossierReceived
from gandan.dossiers.tests import make as dossiers
from gandan.journal.actions import record
from gandan.journal.models import Entry
from gandan.measures.registry import measure_named
from gandan.measures.scope import Scope
from gandan.outreach import actions
from gandan.outreach.matching import Line
from gandan.outreach.reached import cover
from gandan.outreach.reactions import close_listed_person
from gandan.people.offices import Office

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    person = make.to_reach(make.matched())[0]
    make.signed_in(make.hoa()).post(
        f"/can-bo/ra-soat/nguoi/{person.pk}/ket-qua/", {"status": "refused", "reason": "Gia đình không có nhu cầu"}
    )
    person.refresh_from_db()
    assert (person.status, person.is_final) == ("refused", True)


def test_five_filed_one_refused_one_moved() -> None:
    listing = make.matched()
    ends = ["filed"] * 5 + ["refused", "moved"]
    for person, end in zip(make.to_reach(listing), ends, strict=True):
        actions.conclude(person, actions.Ending(end, "Có biên bản"), by=make.hoa(), now=make.NOW)
    told = cover(listing, Office(make.hoa(), make.commune(), frozenset({"leader"})), make.NOW.date())
    assert (told.people, told.ended, told.missed) == (7, 7, 0)
    scope = Scope((make.commune().pk,), make.NOW.date(), make.NOW.date(), make.NOW)
    assert measure_named("list_coverage").figure(scope).value == 100


def test_not_without_a_reason() -> None:
    with pytest.raises(RuleBroken, match="lý do"):
        actions.conclude(make.to_reach(make.matched())[0], actions.Ending("moved", " "), by=make.hoa(), now=make.NOW)


@pytest.mark.parametrize(("procedures", "status"), [((), "filed"), (("9.999",), "found")])
def test_a_listed_person_who_files_is_closed(procedures: tuple[str, ...], status: str) -> None:
    dossier = dossiers.dossier()
    facts = actions.ListFacts("Thiếu giấy tờ", "papers", procedures=procedures)
    listing = actions.make_list(dossier.commune, facts, by=make.hoa(), now=make.NOW)
    line = Line(0, "Nguyễn Thị Lan", id_number=dossier.applicant_id_number)
    person = actions.add_person(listing, line, by=make.hoa(), now=make.NOW)
    entry = Entry.objects.filter(kind="DossierReceived").first() or record(
        DossierReceived(dossier_id=dossier.pk, due_at=make.NOW, statutory_due_at=make.NOW), about=dossier, at=make.NOW
    )
    event = DossierReceived(dossier_id=dossier.pk, due_at=make.NOW, statutory_due_at=make.NOW)
    for _ in range(2):
        close_listed_person(event, entry)
    person.refresh_from_db()
    assert person.status == status
