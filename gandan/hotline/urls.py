"""Addresses of the lines."""

from django.urls import path

from .views import calls, keeping, leader, listening, machine, public, roster

app_name = "hotline"
OFFICER = "can-bo/duong-day-nong/"
STEPS = {"approve_listening": "duyet", "refuse_listening": "khong-duyet", "conclude_listening": "ket-luan"}

urlpatterns = [
    path(OFFICER, calls.index, name="index"),
    path(f"{OFFICER}nap-cuoc-goi/", calls.import_calls, name="import_calls"),
    path(f"{OFFICER}cuoc-goi/<int:pk>/", calls.detail, name="detail"),
    path(f"{OFFICER}cuoc-goi/<int:pk>/phieu/", calls.write_slip, name="write_slip"),
    path(f"{OFFICER}cuoc-goi/<int:pk>/ghi/", calls.note_call, name="note_call"),
    path(f"{OFFICER}cuoc-goi/<int:pk>/goi-lai/", calls.call_back, name="call_back"),
    path(f"{OFFICER}cuoc-goi/<int:pk>/xin-nghe/", listening.ask_to_listen, name="ask_to_listen"),
    path(f"{OFFICER}lich-truc/", roster.roster_page, name="roster"),
    path(f"{OFFICER}lich-truc/chep-tuan/", roster.copy_week, name="copy_week"),
    path(f"{OFFICER}lich-truc/tai/", roster.export_roster, name="export_roster"),
    path(f"{OFFICER}lich-truc/nap/", roster.import_roster, name="import_roster"),
    path(f"{OFFICER}lich-truc/ky/", roster.issue_roster, name="issue_roster"),
    path(f"{OFFICER}lich-truc/phan-cong/<int:pk>/", roster.assignment, name="assignment"),
    path(f"{OFFICER}ca-truc/<int:pk>/", roster.shift, name="shift"),
    path(f"{OFFICER}ca-truc/<int:pk>/ban-giao/", roster.hand_over, name="hand_over"),
    path(f"{OFFICER}ca-truc/<int:pk>/thay/", roster.take_off_duty, name="take_off_duty"),
    path(f"{OFFICER}nghe-lai/", listening.listenings, name="listenings"),
    path(f"{OFFICER}nghe-lai/<int:pk>/", listening.listening, name="listening"),
    path(f"{OFFICER}nghe-lai/<int:pk>/nghe/", listening.listen, name="listen"),
    *(
        path(f"{OFFICER}nghe-lai/<int:pk>/{word}/", listening.step, {"verb": verb}, name=verb)
        for verb, word in STEPS.items()
    ),
    path(f"{OFFICER}tuan-thu/", keeping.report, name="report"),
    path(f"{OFFICER}so/", keeping.lines, name="lines"),
    path(f"{OFFICER}so/moi/", keeping.new_line, name="new_line"),
    path(f"{OFFICER}so/<int:pk>/", keeping.line, name="line"),
    path(f"{OFFICER}so/<int:pk>/goi-thu/", keeping.check_line, name="check_line"),
    path(f"{OFFICER}danh-ba/", keeping.posts, name="posts"),
    path(f"{OFFICER}phieu-ho-tro/", keeping.tickets, name="tickets"),
    path(f"{OFFICER}phieu-ho-tro/<int:pk>/dong/", keeping.close_ticket, name="close_ticket"),
    path("lanh-dao/tong-dai/", leader.desk, name="desk"),
    path("lanh-dao/tong-dai/so/<int:pk>/goi-thu/", leader.check, name="desk_check"),
    path("danh-ba/", public.directory, name="directory"),
    path("danh-ba/to-treo.pdf", public.poster_page, name="poster"),
    path("webhook/tong-dai/dan-duong/", machine.route, name="route"),
]
