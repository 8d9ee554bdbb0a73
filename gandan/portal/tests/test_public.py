"""Pages anybody may read."""

import gzip
import json
from datetime import date

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.places.models import Agency

PUBLIC = ["/", "/chon-xa/", "/huong-dan/", "/quyen-rieng-tu/", "/robots.txt", "/manifest.webmanifest"]
STATIC = settings.BASE_DIR / "gandan" / "ui" / "static" / "ui"


@pytest.fixture
def birth(chi_minh: Agency) -> Procedure:
    procedure = Procedure.objects.create(code="1.001193", name="Đăng ký khai sinh", short_name="Đăng ký khai sinh")
    ProcedureVersion.objects.create(procedure=procedure, valid_from=date(2025, 7, 1), is_published=True)
    return procedure


@pytest.mark.parametrize("path", PUBLIC)
def test_anybody_may_read(client: Client, chi_minh: Agency, path: str) -> None:
    assert client.get(path).status_code == 200


def test_home_wears_the_letterhead_of_the_commune(client: Client, birth: Procedure) -> None:
    page = client.get("/").content.decode()
    assert "Xã Chí Minh" in page
    assert "Trung tâm Phục vụ hành chính công xã Chí Minh" in page
    assert "Đăng ký khai sinh" in page
    assert 'href="tel:02203000101"' in page
    assert "Hồ sơ của tôi" not in page


def test_home_asks_the_database_at_most_three_times(
    client: Client, birth: Procedure, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/")
    with django_assert_max_num_queries(3):
        client.get("/")


def test_home_travels_light(client: Client, birth: Procedure) -> None:
    """The whole page with fonts, compressed as a proxy sends it: at most 100 KB (design §7)."""
    page = len(gzip.compress(client.get("/").content))
    texts = sum(
        len(gzip.compress((STATIC / name).read_bytes())) for name in ("tokens.css", "ui.css", "ui.js", "icon.svg")
    )
    fonts = sum(font.stat().st_size for font in (STATIC / "fonts").glob("*.woff2"))
    assert page + texts + max(fonts, 36_000) <= 100_000


def test_a_closed_procedure_is_not_offered(client: Client, birth: Procedure) -> None:
    birth.versions.update(is_published=False)
    assert "Đăng ký khai sinh" not in client.get("/").content.decode()


def test_large_type_is_remembered_without_script(client: Client, chi_minh: Agency) -> None:
    answer = client.post("/co-chu/", {"size": "to", "next": "/huong-dan/"})
    assert answer.headers["Location"] == "/huong-dan/"
    assert 'data-type="large"' in client.get("/").content.decode()
    client.post("/co-chu/", {"size": "thuong"})
    assert 'data-type="large"' not in client.get("/").content.decode()


@pytest.mark.parametrize("wanted", ["https://example.com/", "//example.com", "javascript:alert(1)", ""])
def test_large_type_never_leads_away(client: Client, chi_minh: Agency, wanted: str) -> None:
    assert client.post("/co-chu/", {"size": "to", "next": wanted}).headers["Location"] == "/"


def test_another_commune_is_found_without_diacritics(client: Client, tu_ky: Agency) -> None:
    cache.clear()
    page = client.get("/chon-xa/", {"q": "tu ky"}).content.decode()
    assert "Xã Tứ Kỳ" in page
    client.post("/chon-xa/", {"code": tu_ky.code})
    assert "Xã Tứ Kỳ <small>" in client.get("/").content.decode()


def test_an_unknown_commune_is_not_found(client: Client, chi_minh: Agency) -> None:
    assert client.post("/chon-xa/", {"code": "99999"}).status_code == 404
    assert "Chưa có xã nào" in client.get("/chon-xa/", {"q": "zzz"}).content.decode()


def test_robots_stay_out_of_private_pages(client: Client, chi_minh: Agency) -> None:
    text = client.get("/robots.txt").content.decode()
    for path in ("/can-bo/", "/cong-dan/", "/theo-doi/", "/ho-so/"):
        assert f"Disallow: {path}" in text


def test_the_manifest_names_the_commune(client: Client, chi_minh: Agency) -> None:
    facts = json.loads(client.get("/manifest.webmanifest").content)
    assert facts["short_name"] == "Xã Chí Minh"


@pytest.mark.parametrize(("debug", "status"), [(True, 200), (False, 404)])
def test_the_page_of_parts_is_for_developers(
    client: Client, chi_minh: Agency, settings: Settings, debug: bool, status: int
) -> None:
    settings.DEBUG = debug
    assert client.get("/ui/").status_code == status
