"""What the bases and parts need to draw themselves: navigation, the strip of days, the shapes of form fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

from django import forms, template
from django.forms import BoundField
from django.forms.utils import ErrorDict
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from gandan.core import vietnamese as words

register = template.Library()

DOORS = ("/", "/cong-dan/", "/can-bo/", "/lanh-dao/")
"""First pages of an audience: every address of that audience stands under them, so standing under says nothing."""


@register.simple_tag(takes_context=True)
def nav_link(context: Context, label: str, route: str, also: str = "") -> SafeString | str:
    """A link of the main navigation, marked when the page stands under it; nothing while the route does not exist."""
    address = _address(route)
    if not address:
        return ""
    path = context["request"].path if "request" in context else ""
    is_under = address not in DOORS and path.startswith(address)
    state = "page" if path == address else "true" if is_under or (also and path.startswith(also)) else ""
    return _link(address, label, state)


@register.simple_tag
def kept_url(route: str) -> str:
    """As `url … as …` for an address without parts: looked up once in the process; "" while the route does not exist."""
    return _address(route)


@cache
def _address(route: str) -> str:
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""


@lru_cache(maxsize=500)
def _link(address: str, label: str, state: str) -> SafeString:
    if not state:
        return format_html('<a href="{}">{}</a>', address, label)
    return format_html('<a href="{}" aria-current="{}">{}</a>', address, state, label)


# --- What is the same on every page of a commune ---
class KeptNode(Node):
    """Draws its content once per commune, language and `also`. It is kept with the commune in memory and goes with it."""

    def __init__(self, name: str, also: list[FilterExpression], content: NodeList) -> None:
        self.name, self.also, self.nodelist = name, also, content

    def render(self, context: Context) -> SafeString:
        commune = context.get("commune")
        if commune is None:
            return self.nodelist.render(context)
        drawn: dict[object, SafeString] = commune.__dict__.setdefault("drawn", {})
        key = (self.name, get_language(), *(one.resolve(context) for one in self.also))
        if key not in drawn:
            drawn[key] = self.nodelist.render(context)
        return drawn[key]


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """{% kept "name" [values it depends on besides the commune and the language] %} … {% endkept %}"""
    _tag, name, *also = token.split_contents()
    content = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(name, [parser.compile_filter(one) for one in also], content)


# --- The strip of days of a working (gandan/places/working.py) ---
_LOOK_OF_DAY = {"start": "start", "count": "count", "off": "off", "weekend": "off", "makeup": "count", "due": "due"}
_LONGEST_ROW = 6


@register.filter
def day_cells(days: Sequence[Mapping[str, str]] | None) -> list[dict[str, str]]:
    """Each stored day with the words and classes of its cell."""
    is_long = len(days or []) > _LONGEST_ROW
    return [_cell(day, is_long=is_long) for day in days or []]


def _cell(line: Mapping[str, str], *, is_long: bool) -> dict[str, str]:
    day = date.fromisoformat(line["date"])
    name = words.WEEKDAYS[day.weekday()]
    return {
        "weekday": _numbered(day) if is_long else name,
        "day": f"{day:%d/%m}",
        "label": line["label"],
        "title": line["name"],
        "look": f"is-{_LOOK_OF_DAY[line['kind']]} on-{day.isoweekday()}",
    }


def _numbered(day: date) -> str:
    """“thứ 2” … “thứ 7”, “CN”: narrow enough for seven columns on a telephone."""
    return f"thứ{words.NBSP}{day.isoweekday() + 1}" if day.isoweekday() < 7 else "CN"


@register.filter
def days_class(days: Sequence[Mapping[str, str]] | None) -> str:
    """One row up to six days; beyond, a row a week with as many columns as the week needs."""
    if len(days or []) <= _LONGEST_ROW:
        return "days"
    last = max(date.fromisoformat(day["date"]).isoweekday() for day in days or [])
    return "days days--weeks" + (f" days--weeks{last}" if last > 5 else "")


# --- Forms ---
_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.FileInput, "file"),
    (forms.Textarea, "textarea"),
    (forms.Select, "select"),
    (forms.DateInput, "date"),
)


@register.filter
def kind(field: BoundField) -> str:
    """Which shape of `ui/parts/field.html` the widget takes."""
    return next((name for widget, name in _KINDS if isinstance(field.field.widget, widget)), "text")


@register.filter
def dressed(field: BoundField) -> SafeString:
    """The widget with the classes of look; classes given in the form are kept."""
    shape = kind(field)
    own = field.field.widget.attrs.get("class", "")
    looks = {"checkbox": "", "file": "hidden" if own == "hidden" else "input input--file", "date": "input input--date"}
    classes = f"{looks.get(shape, 'input')} {own}".strip()
    return field.as_widget(attrs={"class": classes} if classes else None)


@register.filter
def has_short_choices(field: BoundField) -> bool:
    """Few and short answers stand in a row."""
    labels = [str(label) for _, label in getattr(field.field, "choices", [])]
    return len(labels) <= 3 and all(len(label) <= 16 for label in labels)


@register.filter
def error_count(errors: ErrorDict) -> int:
    return sum(len(found) for found in errors.values())


@register.filter
def steps_done(step: int, steps: int) -> list[bool]:
    """One bar a step: done up to the present one."""
    return [number <= int(step) for number in range(1, int(steps) + 1)]
