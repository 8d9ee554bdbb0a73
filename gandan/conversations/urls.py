"""Addresses of conversations."""

from django.urls import URLPattern, path

from .views import ahead, checking, desk, leader, places, public, touch

app_name = "conversations"
OFFICER, ASK = "can-bo/hoi-dap/", "hoi-dap/"
AHEAD = f"{ASK}<str:key>/giay-to/<int:number>/"
TOUCH, CHANNEL, CHECK = "can-bo/diem-cham/", "can-bo/kenh-cong-dong/", f"{OFFICER}giay-to/"
WORDS = {
    "take_up_thread": "nhan", "answer_thread": "tra-loi", "note_thread": "ghi-chu", "reassign_thread": "chuyen",
    "escalate_thread": "bao-lanh-dao", "close_thread": "dong", "publish_thread": "dang", "hide_thread": "go",
    "pass_to_feedback": "thanh-phan-anh",
}  # fmt: skip

PUBLIC: list[URLPattern] = [
    path(ASK, public.home, name="public"),
    path(f"{ASK}ho-tich/", public.civil_status, name="civil_status"),
    path(f"{ASK}kenh/<str:key>/", public.channel, name="channel"),
    path(f"{ASK}kenh/anh/<str:key>/", public.post_photo, name="post_photo"),
    path(f"{ASK}<str:key>/", public.thread, name="thread"),
    path(f"{ASK}<str:key>/loi/", public.turns, name="turns"),
    path(f"{ASK}<str:key>/da-ro/", public.accept_answer, name="accept_answer"),
    path(f"{ASK}<str:key>/anh/<str:photo>/", public.photo, name="photo"),
    path(f"{ASK}<str:key>/giay-to/", ahead.begin_precheck, name="begin_precheck"),
    path(AHEAD, ahead.precheck, name="precheck"),
    path(f"{AHEAD}gui/<str:component>/", ahead.send_precheck_paper, name="send_precheck_paper"),
    path(f"{AHEAD}anh/<str:photo>/", ahead.precheck_photo, name="precheck_photo"),
    path(f"{AHEAD}anh/<str:photo>/bo/", ahead.remove_precheck_photo, name="remove_precheck_photo"),
    path("cham/<str:key>/", touch.touch, name="touch"),
    path("cham/<str:key>/phan-anh/", touch.touch_feedback, name="touch_feedback"),
]
DESK = [
    path(OFFICER, desk.index, name="index"),
    path(f"{OFFICER}ghi/", desk.enter, name="enter"),
    path(f"{OFFICER}phan-cong/", places.duties, name="duties"),
    path(f"{OFFICER}phan-cong/luu/", places.give_field_duty, name="give_field_duty"),
    path(CHECK, checking.by_code, name="by_code"),
    path(f"{CHECK}<int:pk>/", checking.judge, name="judge"),
    path(f"{CHECK}<int:pk>/anh/<str:photo>/", checking.photo, name="judge_photo"),
    path(f"{CHECK}<int:pk>/mo/", checking.open_precheck, name="open_precheck"),
    path(f"{OFFICER}<int:pk>/", desk.detail, name="detail"),
    path(f"{OFFICER}<int:pk>/anh/<str:photo>/", desk.photo, name="detail_photo"),
    path(f"{OFFICER}<int:pk>/giay-to/", checking.begin_precheck, name="propose_precheck"),
    *(path(f"{OFFICER}<int:pk>/{word}/", desk.press, {"verb": verb}, name=verb) for verb, word in WORDS.items()),
]
KEPT = [
    path(CHANNEL, places.channels, name="channels"),
    path(f"{CHANNEL}them/", places.keep_community_channel, name="add_community_channel"),
    path(f"{CHANNEL}<int:pk>/", places.channel_posts, name="channel_posts"),
    path(f"{CHANNEL}<int:pk>/sua/", places.keep_community_channel, name="keep_community_channel"),
    path(f"{CHANNEL}<int:pk>/ap-phich.pdf", places.channel_poster, name="channel_poster"),
    path(f"{CHANNEL}bai/<int:pk>/", places.moderate_post, name="moderate_post"),
    path(TOUCH, places.touchpoints, name="touchpoints"),
    path(f"{TOUCH}them/", places.keep_touchpoint, name="add_touchpoint"),
    path(f"{TOUCH}<int:pk>/", places.touchpoint, name="touchpoint"),
    path(f"{TOUCH}<int:pk>/sua/", places.keep_touchpoint, name="keep_touchpoint"),
    path(f"{TOUCH}<int:pk>/ap-phich.pdf", places.touch_poster, name="touch_poster"),
    path(f"{TOUCH}<int:pk>/ma-qr.png", places.touch_qr, name="touch_qr"),
]
LEADER = [path("lanh-dao/hoi-dap/", leader.leader_page, name="leader")]

urlpatterns: list[URLPattern] = [*PUBLIC, *DESK, *KEPT, *LEADER]
