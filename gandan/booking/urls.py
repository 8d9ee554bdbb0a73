"""Addresses of booking."""

from django.urls import path

from .views import advice, calendars, leader, officer, on_call, public

app_name = "booking"
OFFICE = "can-bo/lich-hen"
urlpatterns = [
    # public
    path("dat-lich/", public.book, name="book"),
    path("dat-lich/lien-he/", public.contact, name="contact"),
    path("dat-lich/ma/", public.prove, name="prove"),
    path("dat-lich/<str:key>/", public.mine, name="mine"),
    path("dat-lich/<str:key>/huy/", public.cancel, name="cancel_mine"),
    path("dat-lich/<str:key>/doi/", public.move, name="move"),
    path("dat-lich/<str:key>/lich.ics", calendars.event, name="event"),
    path("lich-dong-bo/<str:key>.ics", calendars.feed, name="feed"),
    path("khai-tu-24-24/", on_call.ask_death_papers, name="ask_death_papers"),
    path("khai-tu-24-24/<str:key>/", on_call.death_standing, name="death_standing"),
    # officers
    path(f"{OFFICE}/", officer.day, name="officer"),
    path(f"{OFFICE}/in/", officer.day_list, name="day_list"),
    path(f"{OFFICE}/dat/", officer.book, name="officer_book"),
    path(f"{OFFICE}/phan-cong/", officer.assign, name="assign"),
    path(f"{OFFICE}/khong-den/", officer.absent, name="absent"),
    path(f"{OFFICE}/ngoai-gio/", officer.extra_hours, name="extra_hours"),
    path(f"{OFFICE}/dong-bo/", calendars.feeds, name="feeds"),
    path(f"{OFFICE}/khai-tu/", on_call.death_calls, name="death_calls"),
    path(f"{OFFICE}/khai-tu/<int:pk>/", on_call.death_call, name="death_call"),
    path(f"{OFFICE}/khai-tu/<int:pk>/nhan/", on_call.accept_death_call, name="accept_death_call"),
    path(f"{OFFICE}/khai-tu/<int:pk>/da-cap/", on_call.note_death_notice, name="note_death_notice"),
    path(f"{OFFICE}/khai-tu/<int:pk>/khep/", on_call.close_death_call, name="close_death_call"),
    path(f"{OFFICE}/khai-tu/<int:pk>/goi-tiep/", on_call.call_next_officer, name="call_next_officer"),
    path(f"{OFFICE}/tu-van/", advice.advice, name="advice"),
    path(f"{OFFICE}/tu-van/ghi/", advice.note_advice, name="note_advice"),
    path(f"{OFFICE}/tu-van/<int:pk>/", advice.advice_talk, name="advice_talk"),
    path(f"{OFFICE}/tu-van/<int:pk>/duyet/", advice.approve_advice, name="approve_advice"),
    path(f"{OFFICE}/<int:pk>/", officer.appointment, name="appointment"),
    path(f"{OFFICE}/<int:pk>/phan-cong/", officer.assign_officer, name="assign_officer"),
    path(f"{OFFICE}/<int:pk>/den/", officer.check_in, name="check_in"),
    path(f"{OFFICE}/<int:pk>/xong/", officer.close_appointment, name="close_appointment"),
    path(f"{OFFICE}/<int:pk>/vang/", officer.mark_absent, name="mark_absent"),
    path(f"{OFFICE}/<int:pk>/huy/", officer.cancel, name="cancel"),
    # leaders
    path("lanh-dao/ngoai-gio/", leader.extra_hours_coverage, name="extra_hours_coverage"),
]
