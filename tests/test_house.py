"""The rules of the house: each is ten lines that keep a habit from decaying (docs/architecture.md)."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from django.apps import apps
from django.core.management import call_command
from django.template.loader import get_template
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from gandan.core.workflow import Step
from gandan.dossiers import workflow

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [path for path in (ROOT / "gandan").rglob("*.py") if "migrations" not in path.parts]
APPS = [config for config in apps.get_app_configs() if config.name.startswith("gandan.")]
PREFIX = {
    "citizen": ("cong-dan/",),
    "officer": ("can-bo/",),
    "leader": ("lanh-dao/",),
    "display": ("man-hinh/",),
    "api": ("api/",),
}
PRIVATE = tuple(prefix for prefixes in PREFIX.values() for prefix in prefixes)
BANNED_NAMES = {"utils", "helpers", "common", "services", "managers", "mixins", "constants", "misc"}
WRITES = {"save", "create", "bulk_create", "get_or_create", "update_or_create", "bulk_update", "delete"}
LONGEST_FUNCTION, LONGEST_FILE = 50, 400


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in (resolver or get_resolver()).url_patterns:
        here = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one, here)
        else:
            yield here, one


ROUTES = list(routes())


@pytest.mark.parametrize(("address", "route"), ROUTES, ids=[address or "/" for address, _ in ROUTES])
def test_every_route_has_an_audience_and_stands_under_its_prefix(address: str, route: URLPattern) -> None:
    audience = getattr(route.callback, "audience", None)
    assert audience, f"{address}: give the view one of @public @citizen @officer @leader @display"
    if audience in PREFIX:
        assert address.startswith(PREFIX[audience]), f"{address} is for {audience}"
    else:
        assert not address.startswith(PRIVATE), f"{address} is public"


def test_every_model_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text()
    nouns = [model.__name__ for config in APPS for model in config.get_models()]
    assert [noun for noun in nouns if f"`{noun}`" not in glossary] == []


def action_modules() -> Iterator[tuple[Path, ModuleType]]:
    for config in APPS:
        folder = Path(config.path)
        if (folder / "actions.py").exists() or (folder / "actions").is_dir():
            yield folder, importlib.import_module(f"{config.name}.actions")


def verbs(module: ModuleType) -> list[str]:
    """Public functions that the module (or package) of actions itself defines."""
    return [
        name
        for name, value in vars(module).items()
        if callable(value)
        and not name.startswith("_")
        and not isinstance(value, type)
        and getattr(value, "__module__", "").startswith(module.__name__)
    ]


ACTIONS = [(folder, module, verb) for folder, module in action_modules() for verb in verbs(module)]
OUTSIDE_EFFECTS: set[tuple[str, str]] = set()
"""Verbs that speak to the outside world and therefore may not hold a transaction open; each says so in its docstring."""


@pytest.mark.parametrize(("folder", "module", "verb"), ACTIONS, ids=[f"{f.name}.{v}" for f, _, v in ACTIONS])
def test_every_verb_is_one_transaction_and_has_a_test_file(folder: Path, module: ModuleType, verb: str) -> None:
    if (folder.name, verb) not in OUTSIDE_EFFECTS:
        assert hasattr(getattr(module, verb), "__wrapped__"), f"{verb}: @transaction.atomic"
    assert (folder / "tests" / f"test_{verb}.py").exists(), f"{folder.name}/tests/test_{verb}.py"


@pytest.mark.parametrize("path", [path for path in SOURCES if "views" in path.stem or "views" in path.parts], ids=str)
def test_views_do_not_write(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    writing = [f.attr for f in calls if isinstance(f, ast.Attribute) and f.attr in WRITES and not _is_file(f)]
    assert writing == []


def _is_file(call: ast.Attribute) -> bool:
    """Saving a workbook or an image to a buffer is not writing to the database."""
    return isinstance(call.value, ast.Name) and call.value.id in {"workbook", "image", "picture", "cache"}


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_status_of_a_dossier_can_be_reached() -> None:
    reached = {str(workflow.Status.REGISTERED)}
    while more := {step.end for step in workflow.STEPS if step.start & reached} - reached:
        reached |= more
    assert reached == {str(status) for status in workflow.Status}


BUTTONS = [step for step in workflow.STEPS if step.verb != "close"]


@pytest.mark.parametrize("step", BUTTONS, ids=lambda step: f"{step.verb}-{step.end}")
def test_every_step_has_an_action_an_address_and_a_page(step: Step) -> None:
    from gandan.dossiers import actions

    assert hasattr(actions, step.verb)
    get_template(f"dossiers/officer/{step.verb}.html")
    try:
        reverse(f"dossiers:{step.verb}", args=["000.31.52.H24-261123-0001"])
    except NoReverseMatch:
        reverse(f"dossiers:{step.verb}", args=["000.31.52.H24-261123-0001", 1])


def test_every_setting_is_described() -> None:
    described = (ROOT / "docs" / "settings.md").read_text()
    read = set(
        re.findall(r'(?:env\.\w+|_secret|environ\.get)\(\s*"([A-Z_]+)"', (ROOT / "gandan" / "settings.py").read_text())
    )
    assert sorted(name for name in read if f"`{name}`" not in described) == []


def test_functions_and_files_stay_small() -> None:
    too_long = []
    for path in SOURCES:
        text = path.read_text()
        if text.count("\n") > LONGEST_FILE and "tests" not in path.parts:
            too_long.append(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    too_long.append(f"{path.relative_to(ROOT)}: {node.name} has {length} lines")
    assert too_long == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [str(path) for path in SOURCES if path.stem in BANNED_NAMES] == []


def test_every_app_says_in_a_paragraph_what_it_is() -> None:
    for config in APPS:
        tree = ast.parse((Path(config.path) / "__init__.py").read_text())
        assert len(ast.get_docstring(tree) or "") > 40, config.name
        assert len(tree.body) == 1, f"{config.name}/__init__.py holds code"
