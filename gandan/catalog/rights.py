"""Who may change what of the catalogue. It is the province's: all its communes read the same facts.

An administrator or the oversight, holding that role at the province, edits facts for everywhere and confirms fees for the
province, whose people's council sets them. A clerk or administrator of a commune confirms for the own commune only.
"""

from datetime import date

from gandan.core.errors import NotThisOffice
from gandan.people.models import Role
from gandan.people.offices import Office
from gandan.places.models import Agency, AgencyKind


def edits_for_everyone(office: Office, today: date) -> bool:
    if not office.holds(Role.ADMINISTRATOR, Role.OVERSIGHT):
        return False
    held = office.user.assignments.on(today).filter(role__in=[Role.ADMINISTRATOR, Role.OVERSIGHT])
    return held.filter(agency__kind=AgencyKind.PROVINCE).exists()


def edits_for_commune(office: Office) -> bool:
    return office.commune is not None and office.holds(Role.CLERK, Role.ADMINISTRATOR)


def scope_of(office: Office, today: date) -> Agency | None:
    """For whom a fact confirmed in this office holds: None is everywhere. NotThisOffice when for nobody."""
    if edits_for_everyone(office, today):
        return None
    if edits_for_commune(office):
        return office.commune
    raise NotThisOffice("Chỉ văn thư hoặc quản trị được xác nhận thời hạn và mức thu.")


def fee_scope_of(office: Office, today: date) -> Agency | None:
    """For whom a fee confirmed in this office holds: the province or the commune; None where there is no province."""
    scope = scope_of(office, today)
    if scope is not None:
        return scope
    return office.agency if office.agency.kind == AgencyKind.PROVINCE else office.agency.province


def must_edit_for_everyone(office: Office, today: date) -> None:
    if not edits_for_everyone(office, today):
        raise NotThisOffice("Nội dung chung của thủ tục do quản trị hoặc người theo dõi cấp tỉnh sửa.")
