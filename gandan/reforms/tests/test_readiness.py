import pytest

from gandan.people.models import Role
from gandan.reforms.packages import read
from gandan.reforms.readiness import made_words, readiness, start_of
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def _notes(*checks: str) -> dict[str, str]:
    package = read(make.package(checks=list(checks)))
    return {one.label: one.note for one in readiness(package, make.commune(), make.TODAY)}


def test_the_police() -> None:
    assert _notes("police") == {"Công an xã tham gia": "Chưa có tài khoản"}
    make.staff("tuan", Role.PARTNER, agency=make.partner(make.commune()))
    assert _notes("police") == {"Công an xã tham gia": "Đạt"}


def test_a_leader_on_the_day() -> None:
    assert _notes("leader_roster") == {"Lãnh đạo trực ký thứ Năm": "Chưa có lãnh đạo"}
    make.leader()
    assert _notes("leader_roster") == {"Lãnh đạo trực ký thứ Năm": "Đạt"}


def test_procedures_none_in_the_catalogue() -> None:
    assert _notes("procedures", "forms", "staff") == {
        "Thủ tục có quy trình": "Chưa có", "Tờ khai điện tử của các thủ tục": "Thiếu 0 trên 0",
        "Cán bộ tiếp nhận và chuyên viên": "Chưa có tiếp nhận và chuyên viên",
    }  # fmt: skip


def test_what_nobody_can_look_up_is_said() -> None:
    assert _notes("meeting_room", "agreement") == {
        "Meeting room": "Xã tự kiểm tra", "Văn bản thống nhất của cấp trên": "Ghi số khi duyệt",
    }  # fmt: skip


def test_what_the_button_makes() -> None:
    package = read(make.package())
    assert made_words(package) == "1 chương trình, 1 thông báo mẫu"
    assert f"{start_of(package, make.TODAY):%d/%m/%Y}" == "26/11/2026"
