"""Facts are edited in a draft; nothing changes for citizens until it is published."""

import pytest

from gandan.catalog import actions
from gandan.catalog.models import Origin
from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.people.models import User
from gandan.people.offices import Office

from . import make
from .conftest import signed_in

pytestmark = pytest.mark.django_db


def test_it_works(tri: User) -> None:
    make.version(decision_no="163/QĐ-BTP")
    given = {
        "summary": "Cho con của công dân.", "issuer": "Bộ Tư pháp", "decision_no": "999/QĐ-BTP", "channels": ["counter"],
        "results": "Giấy khai sinh | KQ.1", "not_needed": "Hộ khẩu", "legal_basis": "Luật Hộ tịch | 60/2014/QH13",
        "source": "Quyết định 999/QĐ-BTP", "checked_on": "2026-11-20",
        "papers-TOTAL_FORMS": "2", "papers-INITIAL_FORMS": "1", "papers-0-key": "birth_proof",
        "papers-0-name": "Giấy chứng sinh", "papers-0-originals": "1", "papers-0-copies": "0",
        "papers-1-name": "", "papers-1-originals": "1", "papers-1-copies": "0",
    }  # fmt: skip

    answer = signed_in(tri).post(f"/can-bo/thu-tuc/{make.CODE}/ban/1/sua/", given)

    assert answer.status_code == 302
    page = signed_in(tri).get(f"/can-bo/thu-tuc/{make.CODE}/").content.decode()
    assert "Có bản nháp số 2" in page
    assert "999/QĐ-BTP" not in signed_in(tri).get(f"/thu-tuc/{make.CODE}/").content.decode()


def test_the_draft_carries_times_fees_and_declaration(administrator: Office) -> None:
    version = make.version()
    make.limit(version, 3, is_verified=True)
    make.fee(version, 8000)

    draft = actions.edit_facts(version, make.facts(), by=administrator, now=make.NOW)

    assert (draft.number, draft.is_published, draft.origin) == (2, False, Origin.EDITED)
    assert [limit.count for limit in draft.limits.all()] == [3]
    assert [fee.amount for fee in draft.fees.all()] == [8000]
    assert draft.form().steps == make.STEPS  # type: ignore[union-attr]  # copied with the draft
    assert version.limits.count() == 1


def test_there_is_one_draft_at_a_time(administrator: Office) -> None:
    version = make.version()
    first = actions.edit_facts(version, make.facts(), by=administrator, now=make.NOW)
    again = actions.edit_facts(version, make.facts(decision_no="1000/QĐ-BTP"), by=administrator, now=make.NOW)
    assert (again.pk, again.decision_no) == (first.pk, "1000/QĐ-BTP")


def test_a_paper_nobody_can_read_is_refused(administrator: Office) -> None:
    with pytest.raises(RuleBroken, match="không hiểu mục colour"):
        actions.edit_facts(
            make.version(),
            make.facts(components=[{"key": "a", "name": "b", "colour": 1}]),
            by=administrator,
            now=make.NOW,
        )


def test_the_oversight_edits_from_the_province(son: User, oversight: Office) -> None:
    draft = actions.edit_facts(make.version(), make.facts(), by=oversight, now=make.NOW)
    page = signed_in(son).get(f"/lanh-dao/thu-tuc/{make.CODE}/ban/{draft.number}/sua/")
    assert page.status_code == 200


@pytest.mark.parametrize("who", ["van", "binh"])
def test_communes_do_not_edit_what_all_read(who: str, request: pytest.FixtureRequest) -> None:
    version = make.version()
    user = request.getfixturevalue(who)
    seat = request.getfixturevalue({"van": "clerk", "binh": "stranger"}[who])

    with pytest.raises(NotThisOffice):
        actions.edit_facts(version, make.facts(), by=seat, now=make.NOW)

    for page in ("sua", "to-khai", "cong-bo"):
        assert signed_in(user).get(f"/can-bo/thu-tuc/{make.CODE}/ban/1/{page}/").status_code == 404
