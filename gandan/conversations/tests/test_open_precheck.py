"""The originals are here: the dossier opens by its code with nothing to say again."""

import pytest

from gandan.conversations import actions
from gandan.conversations.models import Precheck, PrecheckPhoto
from gandan.core.errors import RuleBroken
from gandan.dossiers import actions as dossiers
from gandan.dossiers.models import Dossier, Draft
from gandan.hall import actions as hall
from gandan.hall.actions.drawing import Wish

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

DECLARED = {"child_name": "Đỗ Gia Bảo", "born_on": "2026-11-05", "sex": "male"}


def ahead() -> Precheck:
    one = make.checked()
    assert one.draft
    dossiers.save_step(one.draft, step="child", answers=DECLARED)
    return one


def typed(page: str) -> dict[str, str]:
    import re

    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    return {
        "token": token[1], "channel": "counter", "applicant_name": "Phạm Thị Lan", "applicant_phone": make.PHONE,
        "a-child_name": "Đỗ Gia Bảo", "a-born_on": "05/11/2026", "a-sex": "male", "p-birth_proof-seen": "on",
        "p-birth_proof-originals": "1", "p-birth_proof-copies": "0",
    }  # fmt: skip


def test_it_works() -> None:
    one = ahead()
    desk = make.at_desk(make.minh())
    ticket = hall.draw(make.commune(), Wish(procedures=[make.procedure()]), by=None, now=make.MONDAY)
    found = desk.get(
        f"{make.OFFICER}giay-to/", {"ma": one.code.lower().replace("-", " "), "phieu": ticket.key}, follow=True
    )
    page = found.content.decode()
    assert 'value="Phạm Thị Lan"' in page
    assert 'value="Đỗ Gia Bảo"' in page
    address = f"{make.OFFICER}giay-to/{one.pk}/mo/?phieu={ticket.key}"
    for _ in range(2):
        assert desk.post(address, typed(page)).status_code == 302
    dossier = Dossier.objects.get()
    one.refresh_from_db()
    assert (one.dossier, one.opened_by, one.ticket) == (dossier, make.minh(), ticket)
    assert dossier.received_at
    assert dossier.papers.exclude(file="").exists(), "the photo became a scan"
    assert dossier.visits.get().ticket == ticket
    assert not PrecheckPhoto.objects.exists()
    assert not Draft.objects.exists()


def test_an_unknown_code_and_another_commune() -> None:
    one = make.checked()
    assert "Không có bản kiểm tra" in make.at_desk(make.minh()).get(f"{make.OFFICER}giay-to/?ma=AAA").content.decode()
    binh = make.at_desk(make.officer("binh", agency=make.elsewhere()))
    assert binh.get(f"{make.OFFICER}giay-to/{one.pk}/mo/").status_code == 404
    assert "Không có bản kiểm tra" in binh.get(f"{make.OFFICER}giay-to/?ma={one.code}").content.decode()


def test_filed_from_home_in_the_meantime() -> None:
    one = ahead()
    assert one.draft
    dossiers.save_step(one.draft, step="applicant", answers={})
    dossiers.submit(one.draft, by=None, now=make.at(2))
    filing = dossiers.Filing(one.version, make.commune(), "counter", {})
    with pytest.raises(RuleBroken, match="đã nộp trực tuyến"):
        actions.open_precheck(one, actions.Opening(filing, dossiers.Handing("t")), by=make.minh(), now=make.at(3))
