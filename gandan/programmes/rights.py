"""Who may switch programmes. Every officer of the commune reads them."""

from gandan.people.models import Role
from gandan.people.offices import Office

from .models import Programme

CHANGERS = (Role.CLERK, Role.LEADER, Role.ADMINISTRATOR)
WHO = "Việc này của văn thư, lãnh đạo hoặc quản trị."
OF_PROVINCE = "Chương trình này của tỉnh: xã đọc và làm theo, không đổi được."


def why_not(office: Office, programme: Programme | None = None) -> str:
    """Why this office may not change the programme (or switch on a new one), "" if it may."""
    if not office.holds(*CHANGERS):
        return WHO
    if programme is not None and programme.agency.commune_id != office.agency.commune_id:
        return OF_PROVINCE
    return ""
