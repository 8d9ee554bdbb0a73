"""Ways that several stories walk: signing in, filling the pages of a filing, pressing an officer's button."""

import io
import re
from typing import Any

from django.test import Client
from PIL import Image, ImageDraw
from playwright.sync_api import FilePayload, Locator, Page, expect

from gandan.catalog.models import ProcedureVersion
from gandan.dossiers import actions
from gandan.dossiers.models import Channel, Dossier
from gandan.gateways.sms.fake import FakeSms
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.portal.demonstration import COMMUNE, PASSWORD

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
NARROW = {"width": 320, "height": 640}

APPLICANT = {
    "Họ, chữ đệm và tên": "Nguyễn Thị Lan",
    "Số định danh của người nộp": "030196012412",
    "Số điện thoại": "0912 345 118",
    "Nơi ở hiện nay": "Thôn Mỹ Ân, xã Chí Minh",
}
CHILD = {
    "Họ, chữ đệm và tên của bé": "Phạm Gia Bảo",
    "Ngày sinh": "05/11/2026",
    "Nơi sinh": "Bệnh viện Phụ sản Hải Phòng",
}
PARENTS = {
    "Họ, chữ đệm và tên của mẹ": "Nguyễn Thị Lan",
    "Ngày sinh của mẹ": "12/3/1996",
    "Số định danh của mẹ": "030196012412",
    "Dân tộc của bé": "Kinh",
    "Quê quán của bé": "Xã Chí Minh, thành phố Hải Phòng",
}
PERSON = {
    "applicant_name": "Nguyễn Thị Lan", "applicant_gender": "female", "applicant_phone": "0912345118",
    "applicant_email": "", "applicant_id_number": "030196012412", "applicant_address": "Thôn Mỹ Ân, xã Chí Minh",
}  # fmt: skip
SECRETS = ("Nguyễn Thị Lan", "Phạm Gia Bảo", "0912345118", "0912 345 118", "030196012412")


# --- Doors ---------------------------------------------------------------------------------------------------------------
def sign_in(page: Page, username: str) -> None:
    """A member of staff of the demonstration signs in at the door."""
    page.goto("/dang-nhap/can-bo/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(re.compile("/(can-bo|lanh-dao)/$"))


def come_in(page: Page, user: User) -> None:
    """Somebody who has signed in before: the cookie is there already."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "domain": "127.0.0.1", "path": "/"}]
    )


def sign_in_by_code(page: Page, contact: str) -> None:
    """A citizen at the page that asks for a telephone: ask for a code, read the message, type it."""
    page.get_by_label("Số điện thoại hoặc e-mail").fill(contact)
    page.get_by_role("button", name="Gửi mã").click()
    page.get_by_label("Mã 6 số").fill(newest_code())
    page.get_by_role("button", name="Đăng nhập").click()


def newest_code() -> str:
    """The six digits of the newest text message."""
    found = re.search(r"\b\d{6}\b", FakeSms.sent[-1][1])
    assert found, "no code in the message"
    return found.group()


def staff(username: str) -> User:
    return User.objects.get(username=username)


def commune(code: str = COMMUNE) -> Agency:
    return Agency.objects.get(code=code)


def citizen(phone: str, name: str = "Nguyễn Thị Lan") -> User:
    return User.objects.with_contact(phone=phone) or User.objects.create_citizen(phone=phone, full_name=name)


# --- A filing ------------------------------------------------------------------------------------------------------------
def fill(page: Page, typed: dict[str, str]) -> None:
    for label, value in typed.items():
        page.get_by_label(re.compile(f"^{re.escape(label)}( |$)")).fill(value)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Tiếp tục").click()


def picture(name: str = "giay-chung-sinh.jpg") -> FilePayload:
    """A photographed paper."""
    image = Image.new("RGB", (900, 1200), "#f4f1ea")
    pen = ImageDraw.Draw(image)
    for line in range(14):
        pen.line((90, 160 + line * 68, 810 - (line % 3) * 140, 160 + line * 68), fill="#3a3a3a", width=6)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=70)
    return {"name": name, "mimeType": "image/jpeg", "buffer": out.getvalue()}


def file_birth(page: Page) -> None:
    """Somebody whose telephone is known walks from the start page to the check of a birth registration."""
    page.goto("/nop-ho-so/1.001193/")
    page.get_by_role("button", name="Bắt đầu").click()
    fill(page, APPLICANT)
    page.get_by_label("bà", exact=True).check()
    go_on(page)
    fill(page, CHILD)
    page.get_by_label("Nam", exact=True).check()
    go_on(page)
    fill(page, PARENTS)
    go_on(page)
    fill(page, {"Quan hệ với bé": "mẹ"})
    go_on(page)


def promise_and_submit(page: Page) -> None:
    page.get_by_label(re.compile("Tôi cam đoan")).check()
    page.get_by_role("button", name="Nộp hồ sơ").click()


# --- Without pages -------------------------------------------------------------------------------------------------------
def filed(procedure: str, *, now: Any, owner: User | None = None, channel: str = Channel.ONLINE) -> Dossier:
    """A dossier that is there before the story begins, with all its papers seen."""
    version = ProcedureVersion.objects.with_facts().get(procedure__code=procedure, is_published=True)
    filing = actions.Filing(version, Agency.objects.get(code=COMMUNE), channel, PERSON, {}, version.form())
    seen = {one.key: (one.originals, one.copies) for one in version.papers() if one.is_required}
    return actions.file(filing, by=owner or staff("motcua"), now=now, seen=seen)


# --- What an officer does --------------------------------------------------------------------------------------------------
def row_of(page: Page, dossier: Dossier) -> Locator:
    """The line of a dossier in the officer's list, which leaves out the commune's own letters of the code."""
    return page.get_by_role("row").filter(has_text=dossier.code.partition("-")[2])


def press(page: Page, link: str, button: str) -> None:
    """From the dossier: the step at its foot, then the button of its page."""
    page.get_by_role("link", name=link).click()
    page.get_by_role("button", name=button).click()


def says(page: Page, words: str) -> None:
    expect(page.get_by_text(words).first).to_be_visible()


# --- What is asked of units ------------------------------------------------------------------------------------------------
def tick(page: Page, group: str, *labels: str) -> None:
    """Boxes of one question, by the words beside them."""
    for label in labels:
        page.get_by_role("group", name=re.compile(f"^{re.escape(group)}")).get_by_label(label, exact=True).check()


def shown(page: Page, caption: str) -> Locator:
    """The lines of a table, without its head."""
    return page.get_by_role("table", name=caption).locator("tbody tr")
