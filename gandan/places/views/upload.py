"""A CSV file in two steps: look at the good and broken rows first, then write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gandan.places.actions import Imported
from gandan.places.forms import FileForm
from gandan.places.reading import Reading, text_of
from gandan.ui.views.pressing import press


@dataclass(frozen=True)
class Upload:
    """What is imported: the words of its page, where to go back, how to read, how to write."""

    title: str
    columns: str
    back: str
    read: Callable[[str], Reading[Any]]
    write: Callable[[list[Any]], Imported]


def import_in_two_steps(request: HttpRequest, upload: Upload) -> HttpResponse:
    """Choose a file → see its rows → write them."""
    if request.method == "POST" and "text" in request.POST:
        imported = upload.write(upload.read(request.POST["text"]).rows)
        said = f"Đã nạp: {imported.added} mới, {imported.changed} thay đổi, {imported.same} giữ nguyên."
        messages.success(request, said)
        return redirect(upload.back)
    form = FileForm(request.POST or None, request.FILES or None)
    page: dict[str, Any] = {"form": form, "upload": upload}

    def read() -> None:
        text = text_of(form.cleaned_data["file"].read())
        page.update(text=text, reading=upload.read(text))

    press(request, form, read, field="file")
    return render(request, "places/officer/import.html", page)
