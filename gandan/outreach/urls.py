"""Addresses of outreach."""

from django.urls import path

from .views import leaflets, lists, offline, people, rosters, sessions, supports, teams, visits

app_name = "outreach"

team_pages = [
    path("can-bo/to-doi/", teams.teams, name="teams"),
    path("can-bo/to-doi/moi/", teams.form_team, name="form_team"),
    path("can-bo/to-doi/<int:pk>/", teams.team, name="team"),
    path("can-bo/to-doi/<int:pk>/sua/", teams.change_team, name="change_team"),
    path("can-bo/to-doi/<int:pk>/thanh-vien/", teams.add_member, name="add_member"),
    path("can-bo/to-doi/<int:pk>/giai-the/", teams.close_team, name="close_team"),
    path("can-bo/to-doi/<int:pk>/huy-dong/", teams.ask_people, name="ask_people"),
    path("can-bo/to-doi/<int:pk>/xep-lich/", rosters.plan_shifts, name="plan_shifts"),
    path("can-bo/to-doi/<int:pk>/them-ca/", rosters.give_shift, name="give_shift"),
    path("can-bo/to-doi/<int:pk>/nhap-bang/", rosters.read_roster_file, name="read_roster_file"),
    path("can-bo/to-doi/<int:pk>/bang-phan-cong/", rosters.roster_file, name="roster_file"),
    path("can-bo/to-doi/thanh-vien/<int:pk>/thoi/", teams.end_member, name="end_member"),
    path("can-bo/to-doi/huy-dong/<int:pk>/", teams.send_people, name="send_people"),
    path("can-bo/lich-truc/", rosters.roster, name="roster"),
    path("can-bo/lich-truc/ca/<int:pk>/", rosters.shift, name="shift"),
    path("can-bo/lich-truc/ca/<int:pk>/vang/", rosters.report_absence, name="report_absence"),
    path("can-bo/lich-truc/ca/<int:pk>/thay/", rosters.cover_shift, name="cover_shift"),
    *(
        path(f"can-bo/lich-truc/ca/<int:pk>/{word}/", rosters.press_shift, {"name": word}, name=act.__name__)
        for word, act in rosters.PRESSES.items()
    ),
    path("can-bo/luot-ho-tro/", supports.supports, name="supports"),
    path("can-bo/luot-ho-tro/<int:pk>/bo/", supports.undo_support, name="undo_support"),
]
list_pages = [
    path("can-bo/ra-soat/", lists.lists, name="lists"),
    path("can-bo/ra-soat/moi/", lists.make_list, name="make_list"),
    path("can-bo/ra-soat/<int:pk>/", lists.one_list, name="list"),
    path("can-bo/ra-soat/<int:pk>/tep/", lists.read_list_file, name="read_list_file"),
    path("can-bo/ra-soat/<int:pk>/doi-chieu/", lists.match_list, name="match_list"),
    path("can-bo/ra-soat/<int:pk>/ket-thuc/", lists.close_list, name="close_list"),
    path("can-bo/ra-soat/<int:pk>/them-nguoi/", lists.add_person, name="add_person"),
    path("can-bo/ra-soat/<int:pk>/them-khu/", lists.plan_leaflets, name="plan_leaflets"),
    path("can-bo/ra-soat/<int:pk>/giao-het/", people.assign_heads, name="assign_heads"),
    path("can-bo/ra-soat/<int:pk>/ghi-ket-qua/", people.conclude_people, name="conclude_people"),
    path("can-bo/ra-soat/<int:pk>/giao/<int:hamlet>/", people.assign_hamlet, name="assign_hamlet"),
    path("can-bo/ra-soat/tep/<int:pk>/", lists.map_columns, name="map_columns"),
    path("can-bo/ra-soat/phat/<int:pk>/to-in/", leaflets.leaflet, name="leaflet"),
    path("can-bo/ra-soat/phat/<int:pk>/", lists.deliver_leaflets, name="deliver_leaflets"),
    path("can-bo/ra-soat/nguoi/<int:pk>/", people.person, name="person"),
    path("can-bo/ra-soat/nguoi/<int:pk>/giao/", people.assign_person, name="assign_person"),
    path("can-bo/ra-soat/nguoi/<int:pk>/lien-he/", people.contact_person, name="contact_person"),
    path("can-bo/ra-soat/nguoi/<int:pk>/ket-qua/", people.conclude, name="conclude"),
    path("can-bo/ra-soat/nguoi/<int:pk>/xem-lai/", people.decide_match, name="decide_match"),
]
public_pages = [
    path("to-ho-tro/", teams.public_teams, name="public_teams"),
    path("to-huong-dan/<str:key>/", lists.scan, name="scan"),
]
leader_pages = [path("lanh-dao/to-doi/", teams.coverage, name="coverage")]
session_pages = [
    path("can-bo/phien-luu-dong/", sessions.sessions, name="sessions"),
    path("can-bo/phien-luu-dong/sw.js", offline.field_worker, name="field_worker"),
    path("can-bo/phien-luu-dong/lap-lich/", sessions.plan_sessions, name="plan_sessions"),
    path("can-bo/phien-luu-dong/can-giai-quyet/", sessions.problems, name="problems"),
    path("can-bo/phien-luu-dong/ban-ghi/<int:pk>/", sessions.settle_record, name="settle_record"),
    path("can-bo/phien-luu-dong/ban-ghi/<int:pk>/bo/", sessions.set_aside_record, name="set_aside_record"),
    path("can-bo/phien-luu-dong/<int:pk>/", sessions.session, name="session"),
    path("can-bo/phien-luu-dong/<int:pk>/phan-cong/", sessions.staff_session, name="staff_session"),
    path("can-bo/phien-luu-dong/<int:pk>/mo/", sessions.open_session, name="open_session"),
    path("can-bo/phien-luu-dong/<int:pk>/ket-thuc/", sessions.close_session, name="close_session"),
    path("can-bo/phien-luu-dong/<int:pk>/huy/", sessions.cancel_session, name="cancel_session"),
    path("can-bo/phien-luu-dong/<int:pk>/dien-thoai/", offline.field, name="field"),
    path("can-bo/phien-luu-dong/<int:pk>/gui/", offline.send_records, name="send_records"),
    path("phien-luu-dong/", sessions.public_sessions, name="public_sessions"),
]
visit_pages = [
    path("can-bo/tai-nha/", visits.visits, name="visits"),
    path("can-bo/tai-nha/moi/", visits.take_visit_call, name="take_visit_call"),
    path("can-bo/tai-nha/bao-tu/", visits.announce_death, name="announce_death"),
    path("can-bo/tai-nha/duong-di/", visits.day_route, name="day_route"),
    path("can-bo/tai-nha/nop-tien/<str:username>/", visits.hand_in_fees, name="hand_in_fees"),
    path("can-bo/tai-nha/<int:pk>/", visits.visit, name="visit"),
    path("can-bo/tai-nha/<int:pk>/len-lich/", visits.schedule_visit, name="schedule_visit"),
    path("can-bo/tai-nha/<int:pk>/len-duong/", visits.set_out, name="set_out"),
    path("can-bo/tai-nha/<int:pk>/nhan-ho-so/", visits.collect, name="collect"),
    path("can-bo/tai-nha/<int:pk>/xong/", visits.complete_visit, name="complete_visit"),
    path("can-bo/tai-nha/<int:pk>/khong-gap/", visits.miss_visit, name="miss_visit"),
    path("can-bo/tai-nha/<int:pk>/buu-chinh/", visits.offer_post, name="offer_post"),
    path("can-bo/tai-nha/<int:pk>/huy/", visits.cancel_visit, name="cancel_visit"),
    path("can-bo/tai-nha/<int:pk>/minh-chung/<str:kind>/", visits.visit_proof, name="visit_proof"),
    path("yeu-cau-tai-nha/", visits.ask_visit, name="ask_visit"),
    path("yeu-cau-tai-nha/<str:key>/", visits.visit_standing, name="visit_standing"),
]
urlpatterns = [*team_pages, *list_pages, *session_pages, *visit_pages, *public_pages, *leader_pages]
