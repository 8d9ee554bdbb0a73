from django import forms
from django.apps import AppConfig

ASKED = (
    (forms.Field, "Xin điền mục này."),
    (forms.ChoiceField, "Xin chọn một mục."),
    (forms.MultipleChoiceField, "Xin chọn ít nhất một mục."),
    (forms.BooleanField, "Xin đánh dấu ô này."),
    (forms.FileField, "Xin chụp ảnh hoặc chọn tệp."),
)


class UiConfig(AppConfig):
    name = "gandan.ui"

    def ready(self) -> None:
        """A field left empty is asked for in the voice of the house, not of the framework."""
        for field, words in ASKED:
            field.default_error_messages = {**vars(field).get("default_error_messages", {}), "required": words}
