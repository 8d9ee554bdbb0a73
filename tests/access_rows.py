"""One row of xã Chí Minh for each noun of the later apps, and the addresses that name it (see test_access_matrix)."""

import re
from collections.abc import Callable

from django.db.models import Model

from gandan.booking.tests import make as booking
from gandan.contests.tests import make as contests
from gandan.dialogue.tests import make as dialogue
from gandan.dossiers.tests.make import MONDAY
from gandan.feedback import actions
from gandan.feedback.tests import boxes as collected
from gandan.feedback.tests import make as feedback
from gandan.hall.tests import make as hall
from gandan.hotline import actions as hotline_actions
from gandan.hotline.tests import make as hotline
from gandan.kiosks.tests import make as kiosks
from gandan.letters.tests import make as letters
from gandan.notifications.tests import make as notices
from gandan.outreach.tests import make as outreach
from gandan.people.models import Assignment, User
from gandan.premises.tests import make as premises
from gandan.publishing.tests import make as publishing
from gandan.reforms.models import Reform
from gandan.reforms.tests import make as reforms
from gandan.replication.tests import make as replication
from gandan.surveys import actions as surveying
from gandan.surveys.tests import make as surveys
from gandan.tasks.tests import make as tasks

NOBODYS = 987_654
"""A number no row has: addresses whose noun has no row here must answer “not found” all the same."""
MARKS = [
    "Ổ cắm bên trái không có điện", "Tổ tư vấn khu phố 5", "Người từ 75 tuổi chưa hưởng", "Đoàn viên 1",
    "Trả kết quả tại thôn", "Nghiên cứu 13 mô hình, đề xuất thí điểm", "Nhà văn hóa thôn Ngọc Lâm", "Vòng xoay trung tâm",
    "Trần Thị Chờ Gọi",
    "Đơn riêng của thôn Mỹ Ân", "Ý kiến riêng trong thôn",
    "Câu hỏi riêng của xã", "gia đình ông Vũ Văn Đức",
    "Vỉa hè trước số 12 bị quán ăn", "Phạm Thị Lan Phản Ánh", "Phố Bí Mật", "Hội Bí Mật",
    "Chuyện riêng của người gọi",
]  # fmt: skip
"""What those rows say: no page of another commune may show it."""
Row = tuple[str, Model]


def _hall() -> list[Row]:
    waiting = hall.ticket()
    return [(r"quay/so/", waiting), (r"don-tiep/phieu/", waiting), (r"quay/<int:pk>", hall.counter(91))]


def _booking() -> list[Row]:
    held = booking.programme()
    return [(r"lich-hen/<int:pk>", booking.appointment(held)), (r"chuong-trinh/<int:pk>", held)]


def _outreach() -> list[Row]:
    team = outreach.team()
    return [
        (r"to-doi/thanh-vien/", outreach.member(team)), (r"lich-truc/ca/", outreach.sunday(team)[0]),
        (r"to-doi/<int:pk>", team), (r"ra-soat/<int:pk>", outreach.listing()),
    ]  # fmt: skip


def _kiosks() -> list[Row]:
    machine = kiosks.machine()
    return [(r"may-aps/ngan/", kiosks.compartment(machine)), (r"may-aps/<int:pk>", machine)]


def _premises() -> list[Row]:
    defect = premises.defect()
    assert defect.amenity is not None
    return [
        (r"co-so-vat-chat/hong-hoc/", defect), (r"co-so-vat-chat/.*tien-ich/", defect.amenity),
        (r"co-so-vat-chat/.*muc/<int:pk>", premises.item()),
    ]  # fmt: skip


def _publishing() -> list[Row]:
    return [(r"man-hinh/clip/", publishing.clip()), (r"man-hinh/<int:pk>", publishing.screen())]


def _reforms() -> list[Row]:
    leader = reforms.leader(reforms.commune(), "hoa-ap-dung")
    return [(r"mo-hinh/ap-dung/<int:pk>", reforms.adoption(leader))]


def _orders() -> list[Row]:
    """A task, and a directive of the commune that is still a draft."""
    draft = replication.directive(issuer=replication.commune(), by=replication.hoa())
    return [(r"nhiem-vu/<int:pk>", tasks.task()), (r"van-ban-chi-dao/<int:pk>", draft)]


def _hotline() -> list[Row]:
    """A missed call, its line and shift, a recording somebody asked to hear, a signed day, a ticket."""
    missed, heard = hotline.missed(call_id="bi-mat"), hotline.asked()
    shift, day = hotline.shift(hours=24, starts=hotline.moment("2026-11-24 00:00")), hotline.at(days=1).date()
    order = hotline_actions.issue_roster(
        hotline.commune(), hotline_actions.Term(day, day), by=hotline.hoa(), now=hotline.NOW
    )
    asked = hotline_actions.Asked(topic="other", text="Chuyện riêng của người gọi", press_key="bi-mat")
    ticket = hotline_actions.transfer_call(missed.line, asked, by=hotline.hoa(), now=hotline.NOW)
    return [
        (r"duong-day-nong/cuoc-goi/", missed), (r"duong-day-nong/ca-truc/", shift), (r"lich-truc/phan-cong/", order),
        (r"duong-day-nong/nghe-lai/", heard), (r"(?:duong-day-nong|tong-dai)/so/", missed.line), (r"phieu-ho-tro/", ticket),
    ]  # fmt: skip


def _contests() -> list[Row]:
    contest, officer = contests.contest(), tasks.minh()
    entry = contests.entry(contest, officer)
    judge = contests.judges(contest, 1)[0]
    return [
        (r"thi-dua/.*dot/<int:pk>", contests.campaign()), (r"thi-dua/.*hoi-thi/<int:pk>", contest),
        (r"thi-dua/.*bai/<int:pk>", entry), (r"thi-dua/.*giam-khao/<int:pk>", judge),
    ]  # fmt: skip


def _feedback() -> list[Row]:
    """The most particular pattern first: `can-bo/phan-anh/<int:pk>` stands for the feedback itself."""
    one, opening, street = feedback.proposed(), collected.opening(), collected.street("Phố Bí Mật")
    house, walk = collected.household(street), collected.a_round(street)
    met = actions.contact_household(
        walk, house, actions.Meeting(commitment="Dọn hàng"), by=feedback.minh(), now=feedback.NOW
    )
    return [
        (r"phan-anh/hom-thu/lan-mo/", opening), (r"phan-anh/hom-thu/<int:pk>", opening.box),
        (r"phan-anh/tuan/<int:pk>", collected.source("Hội Bí Mật")), (r"phan-anh/tuyen/dot/", walk),
        (r"phan-anh/tuyen/cam-ket/", met), (r"phan-anh/tuyen/<int:pk>", street), (r"phan-anh/<int:pk>", one),
    ]  # fmt: skip


def _surveys() -> list[Row]:
    """A survey with a batch of papers, its commune's own questions, a consultation with an opinion."""
    survey, officer = surveys.survey(), surveys.tam()
    surveying.print_sheets(survey, count=5, by=officer, now=surveys.NOW)
    own = surveying.copy_questionnaire(
        survey.questionnaire, title="Câu hỏi riêng của xã", to=survey.agency, by=officer, now=surveys.NOW
    )
    return [
        (r"khao-sat/lo/", surveys.typed(survey, range(1, 3))), (r"bo-cau-hoi/<int:pk>", own),
        (r"can-bo/khao-sat/<int:pk>", survey), (r"can-bo/tham-van/<int:pk>", surveys.consultation()),
    ]  # fmt: skip


def _dialogue() -> list[Row]:
    return [
        (r"tiep-cong-dan/luot/", dialogue.turn()), (r"tiep-cong-dan/buoi/", dialogue.public("dialogue", dialogue.at(5))),
        (r"don-thu/quyen/", dialogue.reader()), (r"don-thu/<int:pk>", dialogue.petition("Đơn riêng của thôn Mỹ Ân")),
        (r"doi-thoai/y-kien/", dialogue.opinion(dialogue.held("dialogue", -2), "Ý kiến riêng trong thôn")),
        (r"nguoi-uy-tin/<int:pk>", dialogue.notable()), (r"xuong-co-so/<int:pk>", dialogue.occasion("visit", dialogue.at(6))),
    ]  # fmt: skip


def _letters() -> list[Row]:
    greeting = letters.written()
    return [
        (r"thu-tu/ngay-le/", greeting), (r"thu-tu/kenh/", greeting.airings.get(channel="radio")),
        (r"thu-tu/<int:pk>", letters.letter()),
    ]  # fmt: skip


def _notices() -> list[Row]:
    """A notice of the dossier on the list of calls; `ho-so/` names the dossier itself."""
    waiting = notices.notice(status="calling", name="Trần Thị Chờ Gọi", listed_at=MONDAY)
    return [(r"tin-nhan/ho-so/", notices.dossier_of(waiting)), (r"tin-nhan/<int:pk>", waiting)]


MAKERS: list[Callable[[], list[Row]]] = [
    _hall, _booking, _outreach, _kiosks, _premises, _publishing, _reforms, _orders, _contests, _feedback, _surveys,
    _dialogue, _letters, _notices, _hotline,
]  # fmt: skip


def rows(officer: User, idea: Reform) -> list[Row]:
    """Patterns of routes, in the order to try them, each with the row its `pk` stands for."""
    made = [row for maker in MAKERS for row in maker()]
    return [*made, (r"vai-tro/<int:pk>", Assignment.objects.get(user=officer)), (r"y-tuong/<int:pk>", idea)]


def number_of(route: str, known: list[Row]) -> int:
    """The number that stands in the address of this route."""
    found = next((row for pattern, row in known if re.search(pattern, route)), None)
    return NOBODYS if found is None else int(found.pk)
