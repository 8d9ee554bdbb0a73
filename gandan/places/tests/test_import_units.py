"""Importing provinces and communes."""

import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from gandan.journal.models import Entry
from gandan.places.actions import edit_agency, import_units
from gandan.places.actions.foundation import shipped_units
from gandan.places.actions.units import Imported
from gandan.places.models import Agency
from gandan.places.reading import UnitRow, read_units

pytestmark = pytest.mark.django_db
OFFICIAL = settings.BASE_DIR.parent / "shared" / "data" / "units.csv"


def unit(code: str, name: str, province: str = "31") -> UnitRow:
    return UnitRow(code, name, province, "Thành phố Hải Phòng")


def test_all_units_come_in_fast_and_only_once() -> None:
    rows = shipped_units()
    start = time.monotonic()

    assert import_units(rows) == Imported(added=34 + 3321, changed=0, same=0)

    assert time.monotonic() - start < 10
    assert import_units(rows) == Imported(added=0, changed=0, same=34 + 3321)
    commune = Agency.objects.select_related("province").get(code="11131")
    assert (commune.name, commune.commune_id, commune.is_serving) == ("Xã Chí Minh", commune.pk, False)
    assert commune.province is not None
    assert commune.province.name == "Thành phố Hải Phòng"
    assert commune.folded_name == "xa chi minh"
    assert Entry.objects.filter(kind="UnitsImported").count() == 34


def test_the_shipped_list_is_the_official_one() -> None:
    official = read_units(OFFICIAL.read_text(encoding="utf-8"))
    shipped = {row.code: row for row in shipped_units()}

    assert not official.broken
    assert len(official.rows) == 3321
    for row in official.rows:
        assert (shipped[row.code].name, shipped[row.code].province_code) == (row.name, row.province_code)
        assert (shipped[row.code].latitude, shipped[row.code].longitude) == (row.latitude, row.longitude)


def test_a_province_appears_with_its_first_commune() -> None:
    import_units([unit("11131", "Xã Chí Minh")])

    assert Agency.objects.get(code="31").name == "Thành phố Hải Phòng"


def test_a_new_name_is_taken_and_an_identifier_given_by_hand_is_kept() -> None:
    import_units([unit("11131", "Xã Chí Linh")])
    edit_agency(Agency.objects.get(code="11131"), identifier="000.31.52.H24")

    row = UnitRow("11131", "Xã Chí Minh", "31", "Thành phố Hải Phòng", identifier="000.99.99.H24")
    assert import_units([row]).changed == 1

    commune = Agency.objects.get(code="11131")
    assert (commune.name, commune.folded_name, commune.identifier) == ("Xã Chí Minh", "xa chi minh", "000.31.52.H24")


def test_broken_rows_are_refused_one_by_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "units.csv"
    file.write_text(
        "ward_code,ward_name,province_code,province_name,lat,lon\n"
        "11131,Xã Chí Minh,31,Thành phố Hải Phòng,20.7,106.4\n"
        "1131,Xã Thiếu Số,31,Thành phố Hải Phòng,,\n"
        "11134,Thị trấn Cũ,31,Thành phố Hải Phòng,,\n"
        "11137,Xã Ở Xa,31,Thành phố Hải Phòng,95.0,106.4\n"
        "11131,Xã Chí Minh,31,Thành phố Hải Phòng,,\n"
        "\n"
        "11140,Phường Cuối,31,Thành phố Hải Phòng,,\n",
        encoding="utf-8",
    )

    with pytest.raises(CommandError, match="4 dòng bị từ chối"):
        call_command("units", "import", str(file))

    said = capsys.readouterr()
    assert "Dòng 3: mã đơn vị “1131” phải có 5 chữ số" in said.err
    assert "Dòng 4: tên “Thị trấn Cũ” phải bắt đầu bằng Xã" in said.err
    assert "Dòng 5: tọa độ 95.0 nằm ngoài Việt Nam" in said.err
    assert "Dòng 6: trùng với dòng 2" in said.err
    assert "3 đơn vị mới" in said.out
    assert Agency.objects.communes().count() == 2


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Không mở được tệp"):
        call_command("units", "import", str(tmp_path / "khong-co.csv"))
