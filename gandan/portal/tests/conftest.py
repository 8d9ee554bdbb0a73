"""A commune that serves, one that does not."""

import pytest
from django.core.cache import cache

from gandan.places.models import Agency, AgencyKind, derived_names


def agency(code: str, name: str, kind: AgencyKind, **more: object) -> Agency:
    made = Agency.objects.create(code=code, name=name, kind=kind, **derived_names(name), **more)
    if kind == AgencyKind.COMMUNE:
        made.commune = made
        made.save(update_fields=["commune"])
    return made


@pytest.fixture
def province(db: None) -> Agency:
    return agency("31", "Thành phố Hải Phòng", AgencyKind.PROVINCE)


@pytest.fixture
def chi_minh(province: Agency) -> Agency:
    cache.clear()
    facts = {"parent": province, "province": province, "is_serving": True, "phone": "0220 3000 101"}
    return agency("11131", "Xã Chí Minh", AgencyKind.COMMUNE, **facts)


@pytest.fixture
def tu_ky(chi_minh: Agency, province: Agency) -> Agency:
    return agency("11074", "Xã Tứ Kỳ", AgencyKind.COMMUNE, parent=province, province=province, is_serving=True)
