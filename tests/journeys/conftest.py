"""The stage of the journeys: one loaded database, a live server in this process, a real Chromium.

The server runs in this process so that a story can say what time it is; jobs run when the story says `settle()`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.test.utils import setup_databases, teardown_databases
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from gandan.gateways.sms.fake import FakeSms
from gandan.people.models import User
from tests.conftest import Clock
from tests.database import OTHERS_LEAVE

from .walks import DESK, come_in, staff

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # playwright keeps an event loop in this thread

PATIENCE, LONG_PATIENCE = 8_000, 40_000
"""Milliseconds. A letter to 114 communes about 13 models makes 1.482 adoptions in one press."""
OF_A_STORY = (
    "core_repeatedrequest", "core_trycount", "dossiers_daysequence", "dossiers_dossier",
    "dossiers_draft", "feedback_feedback", "hotline_line", "journal_entry", "measures_periodvalue", "notifications_textversion",
    "people_onetimecode", "procrastinate_jobs",
    "programmes_programme", "reforms_adoption", "reforms_assessment", "reforms_effect", "reforms_survey",
    "replication_directive", "replication_mention", "replication_synthesis", "tasks_task",
)  # fmt: skip
TALLEST = 2600
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox", "--lang=vi", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shots", default="", help="folder for photographs of the screens")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the journeys; leave the photographs to those who ask for them."""
    if not config.getoption("--shots"):
        items[:] = [item for item in items if item.path.name != "test_shots.py"]
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def story_database(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, django_db_keepdb: bool, django_db_createdb: bool
) -> Iterator[None]:
    """pytest-django makes no database when no test bears its mark, and stories bear none: then it is made here."""
    with django_db_blocker.unblock():
        made = []
        if not _is_test_database():
            keep = django_db_keepdb and not django_db_createdb
            made = setup_databases(verbosity=0, interactive=False, keepdb=keep, aliases={"default": None})
        assert _is_test_database(), "the stories empty their tables: never in a database of somebody else"
        yield
        if made and not django_db_keepdb:
            with connection.cursor() as cursor:
                cursor.execute(OTHERS_LEAVE)
            teardown_databases(made, verbosity=0)


def _is_test_database() -> bool:
    return str(connection.settings_dict["NAME"]).startswith("test_")


@pytest.fixture(scope="session")
def stage(story_database: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Foundation and people of the demonstration, once for all journeys; emptied afterwards."""
    with django_db_blocker.unblock():
        call_command("foundation", verbosity=0)
        call_command("demo", verbosity=0, people_only=True)
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="session")
def server(stage: None) -> Iterator[str]:
    with override_settings(MEDIA_URL="/khong-dung/"):  # Django's test server would try every address as a file first
        running = LiveServer("127.0.0.1")
        yield running.url
        running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    assert found, "Cần Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=QUIET, env={**os.environ, "LANGUAGE": "vi"})
        yield launched
        launched.close()


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


Opener = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, server: str, contexts: list[BrowserContext], clock: Clock) -> Opener:
    """Open a device of its own: `opened(PHONE)`, `opened(DESK, script=False)`."""

    def open_page(size: dict[str, int], *, script: bool = True) -> Page:
        context = browser.new_context(
            base_url=server, viewport={"width": size["width"], "height": size["height"]}, java_script_enabled=script,
            locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh",
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        return page

    return open_page


@pytest.fixture
def come(opened: Opener) -> Opener:
    """A member of staff at a desk, signed in: `come("lanhdao")`."""

    def at_desk(username: str, size: dict[str, int] = DESK) -> Page:
        page = opened(size)
        page.set_default_timeout(LONG_PATIENCE)
        come_in(page, staff(username))
        return page

    return at_desk


@pytest.fixture
def shoot(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Photograph a screen when `--shots FOLDER` is given."""
    folder = request.config.getoption("--shots")

    def photograph(page: Page, name: str) -> None:
        if not folder or not page.viewport_size:
            return
        Path(folder).mkdir(parents=True, exist_ok=True)
        size = page.viewport_size
        height = int(page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": size["width"], "height": min(max(size["height"], height), TALLEST)})
        page.screenshot(path=f"{folder}/{name}.png")
        page.set_viewport_size(size)

    return photograph


@pytest.fixture
def clean() -> Callable[[Page], None]:
    """axe-core finds nothing."""
    axe = Axe()

    def check(page: Page) -> None:
        found = axe.run(page).response["violations"]
        told = [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]
        assert told == [], f"{page.url}: {told}"

    return check


@pytest.fixture(autouse=True)
def no_dossiers_yet(stage: None) -> None:
    """Each story begins without dossiers, citizens and counted tries; the foundation and the staff stay."""
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(OF_A_STORY)} CASCADE")
    User.objects.filter(is_staff_member=False).delete()


@pytest.fixture(autouse=True)
def messages_stay_here(settings: Settings) -> None:
    """Text messages are remembered by the fake, letters by `mail.outbox`."""
    settings.SMS_GATEWAY = "gandan.gateways.sms.fake.FakeSms"
    FakeSms.forget()
