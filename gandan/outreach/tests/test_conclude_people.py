"""A whole sheet of people ends at once; what is not known stays open; a code links the dossier (S0.21)."""

import pytest

from gandan.dossiers.tests import make as dossiers
from gandan.outreach import actions
from gandan.outreach.models import ListedPerson, Listing

from . import make

pytestmark = pytest.mark.django_db


def address(of: Listing) -> str:
    return f"/can-bo/ra-soat/{of.pk}/ghi-ket-qua/"


def open_ones(of: Listing) -> list[ListedPerson]:
    return [one for one in make.to_reach(of) if not one.is_final]


def test_it_works() -> None:
    listing, dossier = make.matched(), dossiers.dossier()
    first, second, third, *later = open_ones(listing)
    told = {
        f"status-{first.pk}": "filed", f"reason-{first.pk}": dossier.code, f"status-{second.pk}": "moved",
        f"status-{third.pk}": "refused", f"reason-{third.pk}": "Không có nhu cầu", "common": "Theo xác nhận của tổ trưởng",
    }  # fmt: skip
    page = make.signed_in(make.hoa()).post(address(listing), told, follow=True).content.decode()
    assert "Đã ghi kết quả của 3 người" in page
    found = [ListedPerson.objects.get(pk=one.pk) for one in (first, second, third)]
    assert [one.status for one in found] == ["filed", "moved", "refused"]
    assert found[0].dossier == dossier
    assert [one.reason for one in found[1:]] == ["Theo xác nhận của tổ trưởng", "Không có nhu cầu"]
    assert [one.pk for one in open_ones(listing)] == [one.pk for one in later]


def test_a_line_without_a_reason_keeps_the_others_typed() -> None:
    listing = make.matched()
    first, second, *_ = open_ones(listing)
    told = {f"status-{first.pk}": "moved", f"status-{second.pk}": "refused", f"reason-{second.pk}": "Không có nhu cầu"}
    page = make.signed_in(make.hoa()).post(address(listing), told).content.decode()
    assert "Còn 1 dòng chưa ghi được" in page
    assert "Không có nhu cầu" in page
    assert not ListedPerson.objects.filter(status__in=("moved", "refused")).exists()


def test_who_was_ended_meanwhile_stays() -> None:
    listing = make.matched()
    first, second, *_ = open_ones(listing)
    actions.conclude(first, actions.Ending("deceased", "Giấy báo tử"), by=make.hoa(), now=make.NOW)
    endings = {one.pk: actions.Ending("moved", "Đã đi") for one in (first, second)}
    assert actions.conclude_people(listing, endings, by=make.hoa(), now=make.NOW) == 1
    assert ListedPerson.objects.get(pk=first.pk).status == "deceased"


def test_only_own_people() -> None:
    listing = make.matched()
    assert make.signed_in(make.binh()).get(address(listing)).status_code == 404
    assert make.signed_in(make.minh()).get(address(listing)).status_code == 404
    mine = open_ones(listing)[0]
    actions.assign_person(mine, actions.Charge(make.minh()), by=make.hoa(), now=make.NOW)
    page = make.signed_in(make.minh()).get(address(listing)).content.decode()
    assert page.count("Lý do của") == 1
