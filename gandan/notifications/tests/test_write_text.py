from typing import Any

import pytest
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.tests import office
from gandan.dossiers.workflow import Status
from gandan.journal.tests.settle import settle
from gandan.notifications.actions import write_text
from gandan.notifications.drafts import TextDraft, faults_of
from gandan.notifications.models import Notice, TextVersion
from gandan.notifications.variables import offered, used, zalo_faults
from gandan.notifications.wording import events, offered_by
from gandan.people.models import Role, User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
EVENT = "dossier_approved"
WORDS: dict[str, Any] = {
    "subject": "Mời [người nộp] nhận kết quả [mã hồ sơ]",
    "text": "Hồ sơ [mã hồ sơ] đã xong.\n\nXem [liên kết]",
}


def writer() -> User:
    return User.objects.filter(username="thong").first() or dossiers.officer("thong", str(Role.COMMUNICATIONS))


def test_it_works() -> None:
    desk = office.at_desk(writer())
    address = reverse("notifications:write_text", args=[EVENT])
    assert "[mã hồ sơ]" in desk.get(address).content.decode()
    looked = desk.post(address, {**WORDS, "look": ""}).content.decode()
    assert "Mời bà Lan nhận kết quả" in looked
    assert not TextVersion.objects.exists()
    desk.post(address, {**WORDS, "use": ""})
    assert TextVersion.objects.get().number == 1
    assert "lời của xã, bản 1" in desk.get(reverse("notifications:templates")).content.decode()


def test_the_next_notice_speaks_in_the_communes_words_and_keeps_the_version() -> None:
    version = write_text(dossiers.commune(), EVENT, TextDraft(**WORDS), by=writer(), now=dossiers.MONDAY)
    one = dossiers.dossier(Status.SETTLED, owner=dossiers.citizen())
    settle()
    notice = Notice.objects.get(event=EVENT)
    assert notice.subject == f"Mời bà Lan nhận kết quả {one.code}"
    assert notice.version == version
    assert f"/theo-doi/{one.key}/" in notice.text


def test_a_variable_the_event_does_not_offer_is_refused_and_no_template_language_is_run() -> None:
    with pytest.raises(RuleBroken, match=r"không có \[mật khẩu\]"):
        write_text(dossiers.commune(), EVENT, TextDraft("Xin chào [mật khẩu]", "Lời"), by=writer(), now=dossiers.MONDAY)
    sly = TextDraft("Kết quả {{ dossier.applicant_id_number }}", "{% load static %} {# x #} Lời")
    write_text(dossiers.commune(), EVENT, sly, by=writer(), now=dossiers.MONDAY)
    dossiers.dossier(Status.SETTLED, owner=dossiers.citizen())
    settle()
    notice = Notice.objects.get(event=EVENT)
    assert dossiers.ID_NUMBER not in notice.subject
    assert "{%" in notice.text.replace("{ %", "{%")


def test_what_zalo_would_refuse_is_said_before() -> None:
    long = TextDraft("Ngắn", "\n\n".join(["Đoạn"] * 5), zalo_template="123", zalo_params={"a": "mã hồ sơ", "b": "lạ"})
    faults = " ".join(faults_of(EVENT, long))
    assert "tiêu đề từ 9 đến 65" in faults
    assert "nhiều nhất 4 đoạn" in faults
    assert "[lạ]" in faults
    assert "10 tham số" in " ".join(zalo_faults("Tiêu đề vừa đủ", "Một đoạn vừa đủ dài", [str(n) for n in range(11)]))


def test_every_text_of_the_house_offers_its_variables_by_name() -> None:
    assert used("Hồ sơ [mã hồ sơ], [mã hồ sơ] [lý do]") == ["mã hồ sơ", "lý do"]
    assert offered("{# mã phiếu = slip.code #}{{ slip.code }}")["mã phiếu"] == "slip.code"
    assert all("liên kết" in offered_by(event) for event in events())
