"""Addresses of outreach."""

from django.urls import path

from .views import lists, people, rosters, supports, teams

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
    path("can-bo/ra-soat/<int:pk>/giao/<int:hamlet>/", people.assign_hamlet, name="assign_hamlet"),
    path("can-bo/ra-soat/tep/<int:pk>/", lists.map_columns, name="map_columns"),
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
urlpatterns = [*team_pages, *list_pages, *public_pages, *leader_pages]
