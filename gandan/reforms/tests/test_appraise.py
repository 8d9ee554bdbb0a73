"""The province takes a dossier for recognition up."""

import pytest

from gandan.reforms import actions
from gandan.reforms.models import Level, Recognition
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db
ABOVE = "/lanh-dao/mo-hinh/cong-nhan/"


def submitted() -> Recognition:
    claim = actions.Claim(level=Level.PROVINCE, description="Kết quả")
    return actions.apply_for_recognition(make.reform(), claim, agency=make.commune(), by=make.leader(), now=make.NOW)


def test_it_works() -> None:
    made = submitted()
    client = make.signed_in(make.above())
    assert "Ngày thứ năm không hẹn" in client.get(ABOVE).content.decode()
    assert "Nhận thẩm định" in client.get(f"{ABOVE}{made.pk}/").content.decode()
    client.post(f"{ABOVE}{made.pk}/tham-dinh/")
    made.refresh_from_db()
    assert made.status == "appraising"


def test_a_commune_does_not_appraise_its_own_nor_sees_others() -> None:
    made = submitted()
    hoa = make.leader(username="hai")
    assert make.signed_in(hoa).post(f"{ABOVE}{made.pk}/tham-dinh/").status_code == 404
    binh = make.leader(make.other_commune(), "binh")
    assert make.signed_in(binh).get(f"{ABOVE}{made.pk}/").status_code == 404
