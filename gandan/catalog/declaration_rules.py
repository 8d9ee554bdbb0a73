"""What a declaration must be before people may fill it in. Pure."""

from typing import Any

from .parts import BadPart, FormStep, steps_from


def check_steps(raw: list[dict[str, Any]]) -> list[FormStep]:
    """The steps as read; BadPart with a Vietnamese reason when the declaration would not work."""
    steps = steps_from(raw)
    if not steps:
        raise BadPart("cần ít nhất một bước")
    seen_steps: set[str] = set()
    seen: set[str] = set()
    for step in steps:
        if not step.title.strip():
            raise BadPart("có bước chưa có tên")
        if step.key in seen_steps:
            raise BadPart(f"hai bước cùng khóa “{step.key}”")
        if not step.fields:
            raise BadPart(f"bước “{step.title}” chưa có ô nào")
        seen_steps.add(step.key)
        _check_fields(step, seen)
    return steps


def _check_fields(step: FormStep, seen: set[str]) -> None:
    for field in step.fields:
        if not field.label.strip():
            raise BadPart(f"bước “{step.title}” có ô chưa có câu hỏi")
        if field.key in seen:
            raise BadPart(f"hai ô cùng khóa “{field.key}”")
        if field.show_if and field.show_if.field not in seen:
            raise BadPart(f"ô “{field.label}” chờ câu trả lời của “{field.show_if.field}”, câu đó phải đứng trước")
        if field.max_length < 1:
            raise BadPart(f"ô “{field.label}” phải cho viết ít nhất một chữ")
        seen.add(field.key)
