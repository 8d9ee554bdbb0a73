"""Addresses of the machines: the touch screen, and the officer's pages."""

from django.urls import URLPattern, path

from .views import display, filing, numbers, officer, results

app_name = "kiosks"
SCREEN = "man-hinh/may-aps/<str:key>/"
VISIT = f"{SCREEN}luot/<str:visit>/"
OFFICER = "can-bo/may-aps/"
urlpatterns: list[URLPattern] = [
    path(SCREEN, display.start, name="start"),
    path(f"{SCREEN}nhip/", display.beat, name="beat"),
    path(f"{VISIT}ket-thuc/", display.end, name="end"),
    path(f"{VISIT}tim/", display.find, name="find"),
    path(f"{VISIT}thu-tuc/<str:code>/", display.procedure, name="procedure"),
    path(f"{VISIT}lay-so/", numbers.take_number, name="take_number"),
    path(f"{VISIT}the-can-cuoc/", filing.identity, name="identity"),
    path(f"{VISIT}kiem-tra/", filing.check, name="check"),
    path(f"{VISIT}giay-hen/", filing.receipt, name="receipt"),
    path(f"{VISIT}da-nop-tien/", filing.paid, name="paid"),
    path(f"{VISIT}giay-to/<str:paper>/xoa/", filing.drop_paper, name="drop_paper"),
    path(f"{VISIT}khai/<str:step>/", filing.step, name="step"),
    path(f"{VISIT}tra-cuu/", results.look_up, name="look_up"),
    path(f"{VISIT}ho-so/", results.standing, name="standing"),
    path(f"{VISIT}nhan/", results.pick_up, name="pick_up"),
    path(f"{VISIT}da-nhan/", results.fetched, name="fetched"),
    path(f"{VISIT}gop-y/", results.rate, name="rate"),
    path(OFFICER, officer.machines, name="machines"),
    path(f"{OFFICER}moi/", officer.register_machine, name="register_machine"),
    path(f"{OFFICER}<int:pk>/", officer.machine, name="machine"),
    path(f"{OFFICER}<int:pk>/sua/", officer.change_machine, name="change_machine"),
    path(f"{OFFICER}<int:pk>/dat-ket-qua/", officer.reserve_compartment, name="reserve_compartment"),
    path(f"{OFFICER}ngan/<int:pk>/", officer.placement, name="placement"),
    path(f"{OFFICER}ngan/<int:pk>/da-dat/", officer.place_result, name="place_result"),
    path(f"{OFFICER}ngan/<int:pk>/lay-lai/", officer.take_back, name="take_back"),
    path(f"{OFFICER}ngan/<int:pk>/da-nhan/", officer.fetch_result, name="fetch_result"),
    path(f"{OFFICER}ngan/<int:pk>/con-trong-ngan/", officer.keep_shut, name="keep_shut"),
    path(f"{OFFICER}ngan/<int:pk>/ma-moi/", officer.renew_code, name="renew_code"),
]
