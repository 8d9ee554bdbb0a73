"""Addresses of replication: each page for a commune under /can-bo/, for the province under /lanh-dao/."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from gandan.people.access import View

from .views import directives, reporting, reports
from .views.desk import DRAFTING, in_commune, in_province

app_name = "replication"
HERE = "van-ban-chi-dao/"

Rows = tuple[tuple[str, str, Callable[..., Any]], ...]
READ: Rows = (
    ("", "directives", directives.index),
    ("tong-hop/", "syntheses", reporting.syntheses),
    ("tong-hop/<int:pk>/", "synthesis", reporting.synthesis),
    ("bao-cao/", "rounds", reporting.rounds),
    ("bao-cao/dot/<int:pk>/", "round", reporting.round_page),
    ("bao-cao/<int:pk>/", "report", reporting.report),
    ("bieu-duong/", "mentions", reporting.mentions),
    ("bieu-duong/<int:pk>/giai-trinh/", "reply_to_mention", reporting.reply_to_mention),
    ("<int:pk>/", "directive", directives.directive),
    ("<int:pk>/tep/", "signed_file", directives.signed_file),
    ("<int:pk>/ma-tran/", "matrix_file", directives.matrix_file),
)
MODEL_REPORTS = "bao-cao-mo-hinh/"
READ_REPORTS: Rows = (
    (MODEL_REPORTS, "model_reports", reports.index),
    (f"{MODEL_REPORTS}nhap-so-lieu/mau/<slug:kind>/", "declared_sample", reports.declared_sample),
    (f"{MODEL_REPORTS}cong-nhan/<int:pk>/tep/<slug:kind>/", "recognition_file", reports.recognition_file),
    (f"{MODEL_REPORTS}da-gui/<int:pk>/", "sent_year_report", reports.sent_year_report),
    (f"{MODEL_REPORTS}da-gui/<int:pk>/tep/<slug:kind>/", "sent_year_report_file", reports.sent_year_report_file),
    (f"{MODEL_REPORTS}tu-lieu/<slug:document>/", "history_report", reports.history_report),
    (f"{MODEL_REPORTS}tu-lieu/<slug:document>/tep/<slug:kind>/", "history_file", reports.history_file),
    (f"{MODEL_REPORTS}<int:year>/", "year_report", reports.year_report),
    (f"{MODEL_REPORTS}<int:year>/tep/<slug:kind>/", "year_report_file", reports.year_report_file),
    ("tong-hop/<int:pk>/tep/<slug:kind>/", "synthesis_file", reports.synthesis_file),
    ("bao-cao/dot/<int:pk>/tep/<slug:kind>/", "round_file", reports.round_file),
    ("bao-cao/<int:pk>/tep/<slug:kind>/", "report_file", reports.report_file),
)
DRAFT_REPORTS: Rows = (
    (f"{MODEL_REPORTS}nhap-so-lieu/", "import_declared", reports.import_declared),
    (f"{MODEL_REPORTS}<int:year>/soan/", "write_year_report", reports.write_year_report),
)
PRESS_REPORTS: Rows = ((f"{MODEL_REPORTS}<int:year>/gui/", "send_year_report", reports.send_year_report),)
MARK: Rows = (
    ("<int:pk>/da-doc/", "read_directive", directives.read_directive),
    ("<int:pk>/da-nhan/", "acknowledge", directives.acknowledge),
)
DRAFT: Rows = (
    ("moi/", "draft_directive", directives.draft_directive),
    ("bao-cao/moi/", "open_round", reporting.open_round),
    ("bieu-duong/moi/", "commend", reporting.commend),
    ("bieu-duong/chua-nghiem/", "criticise", reporting.criticise),
    ("tong-hop/<int:pk>/<int:handling>/", "rule", reporting.rule),
    ("<int:pk>/sua/", "edit_directive", directives.edit_directive),
    ("<int:pk>/muc/", "add_clause", directives.add_clause),
    ("<int:pk>/mo-hinh/", "designate", directives.designate),
    ("<int:pk>/trien-khai/", "derive", directives.derive),
)
PRESS: Rows = (
    ("tong-hop/lap/", "compile_synthesis", reporting.compile_synthesis),
    ("tong-hop/<int:pk>/gui/", "send_synthesis", reporting.send_synthesis),
    ("<int:pk>/muc/<int:clause>/bo/", "remove_clause", directives.remove_clause),
    ("<int:pk>/mo-hinh/<int:designation>/bo/", "undesignate", directives.undesignate),
    ("<int:pk>/ban-hanh/", "issue", directives.issue),
    ("<int:pk>/ket-thuc/", "close_directive", directives.close_directive),
    ("<int:pk>/nhac/", "urge", directives.urge),
)
OF_COMMUNE_ONLY = {"derive", "read_directive", "acknowledge", "reply_to_mention"}


def _post(view: View) -> Any:
    """Only by pressing; the audience stays readable."""
    dressed: Any = require_POST(view)
    dressed.audience, dressed.roles = view.audience, view.roles
    return dressed


def _commune(rows: Rows, *roles: str, is_press: bool = False) -> list[URLPattern]:
    views = [(word, name, in_commune(*roles)(page)) for word, name, page in rows]
    return [path(f"can-bo/{HERE}{word}", _post(view) if is_press else view, name=name) for word, name, view in views]


def _province(rows: Rows, *, is_press: bool = False) -> list[URLPattern]:
    views = [(word, name, in_province(page)) for word, name, page in rows if name not in OF_COMMUNE_ONLY]
    return [
        path(f"lanh-dao/{HERE}{word}", _post(view) if is_press else view, name=f"province_{name}")
        for word, name, view in views
    ]


officer = [
    *_commune(READ_REPORTS), *_commune(DRAFT_REPORTS, *DRAFTING), *_commune(PRESS_REPORTS, *DRAFTING, is_press=True),
    *_commune(READ), *_commune(MARK, is_press=True), *_commune(DRAFT, *DRAFTING),
    *_commune(PRESS, *DRAFTING, is_press=True),
]  # fmt: skip
leader = [
    *_province(READ_REPORTS),
    *_province(DRAFT_REPORTS),
    *_province(PRESS_REPORTS, is_press=True),
    *_province(READ),
    *_province(DRAFT),
    *_province(PRESS, is_press=True),
]
urlpatterns = [*officer, *leader]
