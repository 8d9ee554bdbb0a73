"""The OpenAPI description: ninja's own, with every problem an address may answer and the repeat key of writes."""

from __future__ import annotations

from typing import Any

from .problems import (
    BAD_REQUEST,
    MEDIA_TYPE,
    NOT_ALLOWED,
    NOT_FOUND,
    OUR_FAULT,
    RULE_BROKEN,
    TOO_LARGE,
    TOO_MANY,
    UNKNOWN_CALLER,
    UNREADABLE,
    WRONG_MEDIA,
    WRONG_METHOD,
    Kind,
)
from .repeats import HEADER, LONGEST_KEY

PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457; “type” không đổi qua các phiên bản",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "examples": ["/loi/khong-tim-thay"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
EVERYWHERE = (BAD_REQUEST, NOT_FOUND, WRONG_METHOD, UNREADABLE, TOO_MANY, OUR_FAULT)
WITH_TOKEN = (UNKNOWN_CALLER, NOT_ALLOWED)
WRITING = (RULE_BROKEN, TOO_LARGE, WRONG_MEDIA)


def describe_problems(schema: dict[str, Any]) -> None:
    """Complete the description in place."""
    schema["components"]["schemas"]["Problem"] = PROBLEM
    for methods in schema["paths"].values():
        for method, operation in methods.items():
            kinds = [*EVERYWHERE, *(WITH_TOKEN if operation.get("security") else ())]
            if method == "post":
                kinds += WRITING
                operation["parameters"].append(_repeat_key())
            operation["responses"].update({str(kind.status): _response(kind) for kind in kinds})


def _response(kind: Kind) -> dict[str, Any]:
    reference = {"$ref": "#/components/schemas/Problem"}
    return {"description": kind.title, "content": {MEDIA_TYPE: {"schema": reference}}}


def _repeat_key() -> dict[str, Any]:
    return {
        "in": "header", "name": HEADER, "required": False,
        "schema": {"type": "string", "maxLength": LONGEST_KEY},
        "description": "Gửi lại với cùng khóa thì nhận lại cùng câu trả lời, việc chỉ làm một lần.",
    }  # fmt: skip
