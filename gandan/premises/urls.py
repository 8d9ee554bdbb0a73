"""Addresses of premises."""

from django.urls import path

from .views import checklist, defects, leader, lists, looking_back, morning, public

app_name = "premises"
OFFICER = "can-bo/co-so-vat-chat/"
WORDS = {
    "assign_defect": "giao",
    "fix_defect": "da-sua",
    "verify_defect": "xem-lai",
    "reopen_defect": "van-hong",
    "dismiss_defect": "khong-hong",
}

urlpatterns = [
    path("tien-ich/", public.amenities, name="public"),
    path("tien-ich/<str:key>/", public.report_defect, name="report_defect"),
    path("tien-ich/<str:key>/vua-dung/", public.count_use, name="count_use"),
    path(OFFICER, morning.today, name="officer"),
    path(f"{OFFICER}mo-cua/", morning.open_day, name="open_day"),
    path(f"{OFFICER}tien-ich/<int:pk>/", morning.check_amenity, name="check_amenity"),
    path(f"{OFFICER}hong-hoc/", defects.defects, name="defects"),
    path(f"{OFFICER}hong-hoc/<int:pk>/", defects.defect, name="defect"),
    *(
        path(f"{OFFICER}hong-hoc/<int:pk>/{word}/", defects.press, {"verb": verb}, name=verb)
        for verb, word in WORDS.items()
    ),
    path(f"{OFFICER}muc/", checklist.checklist, name="checklist"),
    path(f"{OFFICER}muc/<int:pk>/", checklist.inspect_item, name="inspect_item"),
    path(f"{OFFICER}muc/<int:pk>/han-dung/", checklist.renew_item, name="renew_item"),
    path(f"{OFFICER}diem/<str:key>/", checklist.inspect_here, name="inspect_here"),
    path(f"{OFFICER}da-kiem-tra/", looking_back.history, name="history"),
    path(f"{OFFICER}thang/", looking_back.month, name="month"),
    path(f"{OFFICER}anh/<str:kind>/<int:pk>/", looking_back.photo, name="photo"),
    path(f"{OFFICER}danh-muc/", lists.lists, name="lists"),
    path(f"{OFFICER}danh-muc/lay-tien-ich/", lists.set_up_amenities, name="set_up_amenities"),
    path(f"{OFFICER}danh-muc/lay-muc/", lists.set_up_checklist, name="set_up_checklist"),
    path(f"{OFFICER}danh-muc/tien-ich-moi/", lists.add_amenity, name="add_amenity"),
    path(f"{OFFICER}danh-muc/tien-ich/<int:pk>/", lists.change_amenity, name="change_amenity"),
    path(f"{OFFICER}danh-muc/muc-moi/", lists.add_item, name="add_item"),
    path(f"{OFFICER}danh-muc/muc/<int:pk>/", lists.change_item, name="change_item"),
    path(f"{OFFICER}nhan-qr/", lists.labels, name="labels"),
    path("lanh-dao/co-so-vat-chat/", leader.province, name="province"),
]
