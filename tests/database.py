"""A pytest plugin, loaded before the settings: the embedded database of the tests, in var/test.

Set DATABASE_URL to test against another server. A cluster that is already running is used and left running.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("GANDAN_DATA", str(ROOT / "var" / "test"))
os.environ["GANDAN_LOG_LEVEL"] = "ERROR"

from gandan.core.cluster import Cluster  # noqa: E402  # the data folder must be set first

OTHERS_LEAVE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
OF_A_STORY = (
    "core_repeatedrequest", "core_trycount", "dossiers_daysequence", "dossiers_dossier",
    "dossiers_draft", "journal_entry", "measures_periodvalue", "people_onetimecode", "procrastinate_jobs",
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


"""Threads of live servers and of races may still hold connections when a test database is to be dropped."""

_held = ExitStack()
if not os.environ.get("DATABASE_URL"):
    _cluster = Cluster(Path(os.environ["GANDAN_DATA"]))
    _held.enter_context(_cluster.running(fsync="off", full_page_writes="off", synchronous_commit="off"))
    _cluster.ensure_database()


@pytest.hookimpl(wrapper=True)
def pytest_unconfigure() -> Iterator[None]:
    yield
    _held.close()
