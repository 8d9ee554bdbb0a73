"""Many hamlets at once."""

import pytest

from gandan.places.actions import add_hamlet, import_hamlets
from gandan.places.actions.units import Imported
from gandan.places.models import Agency, Hamlet
from gandan.places.tests.make import hamlet_row

pytestmark = pytest.mark.django_db


def test_new_ones_come_known_ones_are_renewed_others_stay(chi_minh: Agency) -> None:
    add_hamlet(chi_minh, hamlet_row("An Trì", head_name="Lê Văn Hải"))
    add_hamlet(chi_minh, hamlet_row("Cổ Pháp"))
    rows = [hamlet_row("An Trì", head_name="Vũ Thị Lan"), hamlet_row("Đông"), hamlet_row("Số 1", kind="tdp")]

    assert import_hamlets(chi_minh, rows) == Imported(added=2, changed=1, same=0)
    assert import_hamlets(chi_minh, rows) == Imported(added=0, changed=0, same=3)

    assert Hamlet.objects.count() == 4
    assert Hamlet.objects.get(name="An Trì").head_name == "Vũ Thị Lan"
