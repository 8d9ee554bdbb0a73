"""From outside: routed by position, category guessed, a likely duplicate noted."""

import pytest

from gandan.feedback import actions
from gandan.feedback.actions import Where
from gandan.feedback.models import Feedback

from . import make

pytestmark = pytest.mark.django_db
HERE = Where(latitude=20.8185, longitude=106.4281, place="Cổng trường")
TAN_MINH = Where(latitude=20.70, longitude=106.42)


def _report(text: str, where: Where = HERE, hours: float = 0, **more: object) -> Feedback:
    make.promise()
    return actions.report(
        make.commune(), make.told(text, where=where, suggested="", **more), by=None, now=make.at(hours=hours)
    )


def test_the_category_is_guessed_and_the_second_report_is_known() -> None:
    first = _report("Nắp hố ga trước cổng trường bị lật, nguy hiểm")
    assert first.suggested_category == "ha_tang.cong"
    assert 0 < (first.confidence or 0) <= 1
    near = Where(latitude=HERE.latitude and HERE.latitude + 0.0001, longitude=HERE.longitude)
    assert _report("ho ga mat nap", near, hours=1).possible_duplicate_of == first
    far = Where(latitude=20.83, longitude=106.44)
    assert _report("Đèn đường tắt", far, hours=1).possible_duplicate_of is None


def test_insults_are_noted_and_not_shown_after_screening() -> None:
    rude, calm = _report("Cán bộ như đồ chó, đường hỏng"), _report("Đường hỏng, gọi 0912345118 ông Nguyễn Văn An")
    for one in (rude, calm):
        actions.screen(one, "ha_tang.duong", by=make.minh(), now=make.at(hours=1))
    assert (make.fresh(rude).is_public, make.fresh(calm).is_public) == (False, True)
    text = make.fresh(calm).public_text
    assert "0912345118" not in text
    assert "Văn An" not in text


def test_outside_the_commune_it_goes_where_it_belongs() -> None:
    from gandan.feedback.routing import holder_of

    other = make.other_commune()
    commune = make.commune()
    inside = holder_of(commune, 20.8185, 106.4281)
    assert inside.pk == commune.pk
    point = _point_of(other.code)
    sent = _report("Rác đổ trộm ven đê", Where(latitude=point[0], longitude=point[1]))
    assert other in (sent.agency, sent.passed_agency)


def _point_of(code: str) -> tuple[float, float]:
    """Some position inside: the middle of the box, else a point of a grid in it."""
    from gandan.places.bounds import bounds_in

    one = bounds_in("31")[code]
    box = one.box
    grid = (
        (box.south + (box.north - box.south) * row / 20, box.west + (box.east - box.west) * column / 20)
        for row in range(1, 20)
        for column in range(1, 20)
    )
    return next(point for point in grid if one.holds(*point))
