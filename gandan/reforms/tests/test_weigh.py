"""A commune weighs a model; candidates are compared, technology first."""

import io
import zipfile

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.models import Assessment
from gandan.reforms.tests import ideas, make

pytestmark = pytest.mark.django_db
SHEET = {
    "fits": "yes", "reason": "Xã có đủ người trực", "uses_it": "on", "cost": "low", "effective": "4", "uniform": "3",
    "thrifty": "5", "fitting": "4",
}  # fmt: skip


def test_it_works() -> None:
    model = make.reform()
    make.signed_in(make.clerk()).post(f"{ideas.ADDRESS}{model.code}/danh-gia/", SHEET)
    sheet = Assessment.objects.get()
    assert (sheet.fits, sheet.effective, sheet.agency) == (True, 4, make.commune())


def test_the_13_candidates_with_4_that_fit() -> None:
    """S0.2: of the 13 of công văn 500 the Centre marks 4; those that use technology stand on top."""
    actions.load_shipped(now=make.NOW)
    minh = make.clerk()
    client = make.signed_in(minh)
    for code in ("group-zalo-trung-tam", "ngay-thu-7-tinh-nguyen", "tro-ly-ao-tan-minh", "moi-nguoi-mot-tay"):
        client.post(f"{ideas.ADDRESS}{code}/danh-gia/", {**SHEET, "uses_it": ""} if code.startswith("ngay") else SHEET)
    page = client.get(f"{ideas.ADDRESS}so-sanh/", {"van-ban": "500/UBND-VHXH"}).content.decode()
    assert "Mọi mô hình 13" in page
    assert "Phù hợp 4" in page
    assert page.index("Trợ lý ảo xã Tân Minh") < page.index("Ngày thứ 7 tình nguyện")
    assert "16" in page
    answer = client.get(f"{ideas.ADDRESS}so-sanh/", {"van-ban": "500/UBND-VHXH", "tep": "xlsx"})
    sheet = zipfile.ZipFile(io.BytesIO(answer.content)).read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == 2 + 13


def test_a_verdict_needs_its_reason() -> None:
    minh, model = make.clerk(), make.reform()
    with pytest.raises(RuleBroken, match="lý do"):
        actions.weigh(model, actions.Weighing(fits=False, reason=""), agency=make.commune(), by=minh, now=make.NOW)


def test_written_again_it_replaces() -> None:
    minh, model = make.clerk(), make.reform()
    for reason in ("Lần một", "Lần hai"):
        sheet = actions.Weighing(fits=True, reason=reason)
        actions.weigh(model, sheet, agency=make.commune(), by=minh, now=make.NOW)
    assert Assessment.objects.get().reason == "Lần hai"


def test_another_commune_does_not_see_it() -> None:
    model = make.reform()
    sheet = actions.Weighing(fits=True, reason="Riêng của xã Chí Minh")
    actions.weigh(model, sheet, agency=make.commune(), by=make.clerk(), now=make.NOW)
    binh = make.clerk(make.other_commune(), "binh")
    for page in (f"{ideas.ADDRESS}{model.code}/", f"{ideas.ADDRESS}so-sanh/"):
        assert "Riêng của xã Chí Minh" not in make.signed_in(binh).get(page).content.decode()
