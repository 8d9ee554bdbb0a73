"""Addresses of hall, one list per audience."""

from django.urls import URLPattern, path

from .views import board, counters, figures, follow, groups, kiosk, panel, reception

app_name = "hall"

public_urls: list[URLPattern] = [
    path("so/<str:key>/", follow.follow, name="follow"),
    path("so/<str:key>/ra-ve/", follow.leave, name="leave_by_phone"),
]
COUNTER, TICKET, GROUP = "can-bo/quay/<int:pk>/", "can-bo/quay/so/<int:pk>/", "can-bo/nhom/<int:pk>/"
officer_urls: list[URLPattern] = [
    path("can-bo/quay/", panel.panel, name="panel"),
    path("can-bo/quay/cai-dat/", counters.counters, name="counters"),
    path("can-bo/quay/giong-doc/", board.voices, name="voices"),
    path("can-bo/quay/so-lieu/", figures.figures, name="figures"),
    path(f"{COUNTER}mo/", panel.open_counter, name="open_counter"),
    path(f"{COUNTER}nghi/", panel.pause_counter, name="pause_counter"),
    path(f"{COUNTER}dong/", panel.close_counter, name="close_counter"),
    path(f"{COUNTER}goi/", panel.press_next, name="press_next"),
    path(f"{COUNTER}khan-cap/", panel.call_help, name="call_help"),
    path(f"{COUNTER}da-den/", panel.end_help, name="end_help"),
    path(f"{COUNTER}bo/", counters.retire_counter, name="retire_counter"),
    *(path(f"{TICKET}{slug}/", panel.VERBS[verb], name=verb) for verb, slug in panel.SLUGS.items()),
    path(f"{TICKET}goi-lai/", panel.recall, name="recall"),
    path(f"{TICKET}chuyen/", panel.redirect_ticket, name="redirect"),
    path("can-bo/quay/viec/<int:pk>/xong/", panel.finish_matter, name="finish_matter"),
    path("can-bo/don-tiep/", reception.reception, name="reception"),
    path("can-bo/don-tiep/phieu/<int:pk>/", reception.slip, name="slip"),
    path("can-bo/nhom/moi/<str:procedure>/", groups.propose_group, name="propose_group"),
    path(GROUP, groups.group, name="group"),
    path(f"{GROUP}nhan-loi/", groups.agree_group, name="agree_group"),
    path(f"{GROUP}da-huong-dan/", groups.guide_pioneer, name="guide_pioneer"),
    path(f"{GROUP}bat-dau/", groups.let_guide, name="let_guide"),
    path(f"{GROUP}ket-thuc/", groups.close_group, name="close_group"),
    path(f"{GROUP}thoi/", groups.dissolve_group, name="dissolve_group"),
    path(f"{GROUP}cam-on/", groups.thanks, name="thanks"),
    path("can-bo/nhom/nguoi/<int:pk>/xac-nhan/", groups.confirm_member, name="confirm_member"),
]
display_urls: list[URLPattern] = [
    path("man-hinh/goi-so/<str:code>/", board.board, name="board"),
    path("man-hinh/goi-so/<str:code>/tieng/<int:number>/<int:counter>/", board.call_sound, name="call_sound"),
    path("man-hinh/thong-tin/<str:code>/", board.information, name="information"),
    path("man-hinh/lay-so/<str:code>/", kiosk.start, name="kiosk"),
    path("man-hinh/lay-so/<str:code>/phieu/<str:key>/", kiosk.slip, name="kiosk_slip"),
]

urlpatterns = public_urls + officer_urls + display_urls
