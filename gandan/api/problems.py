"""Errors as programs read them: RFC 9457 problem details, in Vietnamese, each kind with a `type` that never changes."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from gandan.core.errors import NotThisOffice, RuleBroken

MEDIA_TYPE = "application/problem+json"
MANY_TRIES_SECONDS = 60
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kind:
    """One kind of error: the last part of its `type`, its status, its title."""

    slug: str
    status: int
    title: str

    @property
    def uri(self) -> str:
        return f"/loi/{self.slug}"


BAD_REQUEST = Kind("yeu-cau-sai-dang", 400, "Yêu cầu sai dạng")
UNKNOWN_CALLER = Kind("chua-xac-thuc", 401, "Chưa xác thực")
NOT_ALLOWED = Kind("khong-duoc-phep", 403, "Không được phép")
NOT_FOUND = Kind("khong-tim-thay", 404, "Không tìm thấy")
WRONG_METHOD = Kind("sai-phuong-thuc", 405, "Sai phương thức")
RULE_BROKEN = Kind("trai-quy-dinh", 409, "Trái quy định hoặc trạng thái")
TOO_LARGE = Kind("qua-lon", 413, "Nội dung quá lớn")
WRONG_MEDIA = Kind("sai-kieu-noi-dung", 415, "Sai kiểu nội dung")
UNREADABLE = Kind("du-lieu-khong-hop-le", 422, "Dữ liệu không hợp lệ")
OTHER_BODY = Kind("khoa-da-dung", 422, "Khóa đã dùng cho nội dung khác")
TOO_MANY = Kind("qua-nhieu-yeu-cau", 429, "Quá nhiều yêu cầu")
OUR_FAULT = Kind("loi-he-thong", 500, "Lỗi hệ thống")
KINDS = (
    BAD_REQUEST, UNKNOWN_CALLER, NOT_ALLOWED, NOT_FOUND, WRONG_METHOD, RULE_BROKEN, TOO_LARGE, WRONG_MEDIA, UNREADABLE,
    OTHER_BODY, TOO_MANY, OUR_FAULT,
)  # fmt: skip


class Problem(Exception):
    """Raised by a view: ends the request with a problem of this kind."""

    def __init__(self, kind: Kind, detail: str, *, errors: Sequence[Mapping[str, str]] = ()) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.errors = kind, detail, errors


def answer(problem: Problem, request: HttpRequest) -> HttpResponse:
    body: dict[str, Any] = {
        "type": problem.kind.uri, "title": problem.kind.title, "status": problem.kind.status, "detail": problem.detail,
        "instance": request.path,
    }  # fmt: skip
    if problem.errors:
        body["errors"] = [dict(one) for one in problem.errors]
    response = HttpResponse(json.dumps(body, ensure_ascii=False), content_type=MEDIA_TYPE, status=problem.kind.status)
    if problem.kind is UNKNOWN_CALLER:
        response["WWW-Authenticate"] = 'Bearer realm="Gan Dan"'
    if problem.kind is TOO_MANY:
        response["Retry-After"] = str(MANY_TRIES_SECONDS)
    return response


def problem_of(error: Exception) -> Problem:
    """The problem that tells of this exception; one we did not foresee is logged and told as our fault."""
    for kind, told in _TELLERS:
        if isinstance(error, kind):
            return told(error)
    logger.error("API request failed", exc_info=error)
    return Problem(OUR_FAULT, "Hệ thống gặp lỗi, việc chưa được ghi. Xin gửi lại sau ít phút.")


def _of_http(error: Any) -> Problem:
    if error.status_code == 400:
        return Problem(BAD_REQUEST, "Nội dung gửi lên không phải JSON hợp lệ.")
    kind = next((one for one in KINDS if one.status == error.status_code), BAD_REQUEST)
    return Problem(kind, kind.title)


def _of_validation(error: Any) -> Problem:
    errors = [{"field": _place(one["loc"]), "message": _say(one)} for one in error.errors]
    return Problem(UNREADABLE, "Có mục chưa đúng, xem từng mục trong “errors”.", errors=errors)


def _place(steps: Sequence[Any]) -> str:
    """("body", "body", "applicant", "name") → "applicant.name"."""
    return ".".join(str(step) for step in steps if step not in ("body", "query", "path"))


_SAY = {
    "missing": "Thiếu mục này.",
    "extra_forbidden": "Không có mục này.",
    "string_type": "Cần một chuỗi ký tự.",
    "string_too_short": "Ngắn quá.",
    "string_too_long": "Dài quá.",
    "string_pattern_mismatch": "Không đúng dạng.",
    "int_parsing": "Cần một số nguyên.",
    "int_type": "Cần một số nguyên.",
    "greater_than_equal": "Số nhỏ quá.",
    "less_than_equal": "Số lớn quá.",
    "literal_error": "Chỉ nhận một trong các giá trị đã cho.",
    "enum": "Chỉ nhận một trong các giá trị đã cho.",
    "timezone_aware": "Thời điểm phải kèm múi giờ, ví dụ 2026-11-26T17:00:00+07:00.",
    "model_attributes_type": "Cần một đối tượng JSON.",
    "dict_type": "Cần một đối tượng JSON.",
}


def _say(error: Mapping[str, Any]) -> str:
    kind = str(error["type"])
    if kind.startswith("date"):
        return "Cần ngày giờ theo ISO 8601."
    return _SAY.get(kind, "Giá trị không hợp lệ.")


_TELLERS: tuple[tuple[type[Exception], Callable[[Any], Problem]], ...] = (
    (Problem, lambda error: error),
    (NotThisOffice, lambda _: Problem(NOT_FOUND, "Không tìm thấy.")),
    (RuleBroken, lambda error: Problem(RULE_BROKEN, error.message)),
    (Http404, lambda _: Problem(NOT_FOUND, "Không tìm thấy, hoặc ông/bà không được xem.")),
    (AuthenticationError, lambda _: Problem(UNKNOWN_CALLER, "Cần mã truy cập: Authorization: Bearer <mã>.")),
    (RequestDataTooBig, lambda _: Problem(TOO_LARGE, "Nội dung gửi lên quá lớn.")),
    (HttpError, _of_http),
    (ValidationError, _of_validation),
)


def handle_all(api: NinjaAPI) -> None:
    """Every exception of the API's views becomes a problem."""

    def handle(request: HttpRequest, error: Any) -> HttpResponse:
        return answer(problem_of(error), request)

    for kind in (Exception, Http404, HttpError, ValidationError):
        api.add_exception_handler(kind, handle)
