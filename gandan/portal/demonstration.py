"""The demonstration: xã Chí Minh, its province and the people who work there. Names are invented. Pure, so that the
supervisor can greet people without loading Django."""

from dataclasses import dataclass
from datetime import date

PASSWORD = "gan-dan-2026"
COMMUNE = "11131"
IDENTIFIER = "000.31.52.H24"
PHONE = "0220 3000 101"
ADDRESS = "Xã Chí Minh, thành phố Hải Phòng"
SINCE = date(2025, 7, 1)
COUNTERS = (1, 2, 3, 4)
DAYS, DOSSIERS_A_DAY, SEED, MONTHS = 330, 40, 7, 12
NEIGHBOURS = ("11593", "11617", "10543", "11779", "11791", "11407", "11446", "10813")
"""The other localities of the source documents: An Phong, An Hải, Việt Hòa, Tân Minh, Tiên Minh, An Biên, Phù Liễn, Thanh Hà."""


@dataclass(frozen=True)
class Person:
    username: str
    full_name: str
    gender: str
    title: str
    part: str
    roles: tuple[str, ...]


PEOPLE = (
    Person("motcua", "Trần Thị Mai", "female", "tiếp nhận và trả kết quả", "center", ("reception",)),
    Person("chuyenvien", "Lê Văn Minh", "male", "chuyên viên Tư pháp – Hộ tịch", "center", ("specialist",)),
    Person("lanhdao", "Phạm Thị Hoa", "female", "Chủ tịch UBND xã", "", ("leader",)),
    Person("vanthu", "Vũ Thị Thu", "female", "văn thư", "", ("clerk",)),
    Person("truyenthong", "Đỗ Quang Huy", "male", "truyền thông", "", ("communications",)),
    Person("congan", "Hoàng Văn Dũng", "male", "Công an xã", "cong_an", ("partner",)),
    Person("bhxh", "Nguyễn Thu Trang", "female", "Bảo hiểm xã hội", "bhxh", ("partner",)),
    Person("thue", "Bùi Đức Long", "male", "Thuế", "thue", ("partner",)),
    Person("sonoivu", "Ngô Thị Hiền", "female", "Sở Nội vụ thành phố Hải Phòng", "province", ("oversight",)),
    Person("quantri", "Đặng Minh Tuấn", "male", "quản trị hệ thống của xã", "", ("administrator",)),
)
