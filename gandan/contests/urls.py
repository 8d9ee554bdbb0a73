"""Addresses of contests. What organisers and judges share with the province has an address on both sides, one view."""

from django.urls import URLPattern, path

from gandan.people.access import AnyView, leader, officer
from gandan.people.models import Role

from .views import bank, desk, display, judging, running, taking_part

app_name = "contests"
ORGANISERS = (str(Role.LEADER), str(Role.CLERK))


def both(route: str, view: AnyView, *roles: str) -> list[URLPattern]:
    """The page for officers of a commune (with one of the roles, if any) and for leaders and the province."""
    name = view.__name__
    return [
        path(f"can-bo/thi-dua/{route}", officer(*roles)(view) if roles else officer(view), name=name),
        path(f"lanh-dao/thi-dua/{route}", leader(view), name=f"leader_{name}"),
    ]


participants = [
    path("can-bo/thi-dua/", taking_part.index, name="index"),
    path("can-bo/thi-dua/dot/<int:pk>/", taking_part.campaign, name="campaign"),
    path("can-bo/thi-dua/dot/<int:pk>/dang-ky/", taking_part.pledge, name="pledge"),
    path("can-bo/thi-dua/dang-ky/<int:pk>/rut/", taking_part.withdraw_pledge, name="withdraw_pledge"),
    path("can-bo/thi-dua/dang-ky/<int:pk>/ket-qua/", taking_part.report_count, name="report_count"),
    path("can-bo/thi-dua/hoi-thi/<int:pk>/", taking_part.contest, name="contest"),
    path("can-bo/thi-dua/hoi-thi/<int:pk>/du-thi/", taking_part.enter, name="enter"),
    path("can-bo/thi-dua/bai/<int:pk>/rut/", taking_part.withdraw_entry, name="withdraw_entry"),
    path("can-bo/thi-dua/bai/<int:pk>/trac-nghiem/", taking_part.start_test, name="start_test"),
    path("can-bo/thi-dua/lam-bai/<int:pk>/", taking_part.sit_test, name="sit_test"),
]
judges = [
    *both("bai-cham/", judging.papers),
    *both("bai-cham/<int:pk>/", judging.sheet),
    *both("bai-cham/<int:pk>/tep/", judging.sheet_file),
    *both("cho-diem/<int:pk>/", judging.score),
]
organisers = [
    *both("to-chuc/", desk.organise, *ORGANISERS),
    *both("to-chuc/dot/moi/", desk.save_campaign, *ORGANISERS),
    *both("to-chuc/dot/<int:pk>/", desk.run_campaign, *ORGANISERS),
    *both("to-chuc/dot/<int:pk>/sua/", desk.edit_campaign, *ORGANISERS),
    *both("to-chuc/dot/<int:pk>/khen-thuong/", desk.commend_top, *ORGANISERS),
    *both("to-chuc/dot/<int:pk>/<slug:verb>/", desk.step_campaign, *ORGANISERS),
    *both("to-chuc/khen/moi/", desk.commend, *ORGANISERS),
    *both("to-chuc/khen/<int:pk>/cong-bo/", desk.publish_commendation, *ORGANISERS),
    *both("to-chuc/hoi-thi/moi/", running.save_contest, *ORGANISERS),
    *both("to-chuc/hoi-thi/<int:pk>/", running.run_contest, *ORGANISERS),
    *both("to-chuc/hoi-thi/<int:pk>/sua/", running.edit_contest, *ORGANISERS),
    *both("to-chuc/hoi-thi/<int:pk>/giam-khao/", running.add_judge, *ORGANISERS),
    *both("to-chuc/giam-khao/<int:pk>/bo/", running.remove_judge, *ORGANISERS),
    *both("to-chuc/bai/<int:pk>/", running.check_entry, *ORGANISERS),
    *both("to-chuc/bai/<int:pk>/giam-khao-them/", running.call_third_judge, *ORGANISERS),
    *both("to-chuc/hoi-thi/<int:pk>/trao-giai/", running.award, *ORGANISERS),
    *both("to-chuc/hoi-thi/<int:pk>/<slug:verb>/", running.step_contest, *ORGANISERS),
    *both("cau-hoi/", bank.questions, *ORGANISERS),
    *both("cau-hoi/moi/", bank.save_question, *ORGANISERS),
    *both("cau-hoi/nhap-tep/", bank.import_questions, *ORGANISERS),
    *both("cau-hoi/<int:pk>/", bank.edit_question, *ORGANISERS),
    *both("cau-hoi/<int:pk>/ngung/", bank.retire_question, *ORGANISERS),
]
screens = [path("man-hinh/hoi-thi/<str:key>/", display.scoreboard, name="scoreboard")]
urlpatterns = [*participants, *judges, *organisers, *screens]
