"""VNeID over the wire: a real OpenID Connect provider on loopback, the whole code flow with PKCE."""

from collections.abc import Iterator
from http.client import HTTPMessage
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from pytest_django import Settings

from gandan.gateways.identity import IdentityFailed, identity_of
from gandan.people.models import IdentityLevel, User
from gandan.people.tests import make

# The provider's own libraries are deprecating parts of themselves; ours do not warn.
pytestmark = [pytest.mark.filterwarnings(f"ignore:{words}") for words in (".*authlib.*", ".*httpx.*", "get_jwt_config")]
CLAIMS = {
    "name": "Phạm Thị Lan",
    "phone_number": "+84912345118",
    "phone_number_verified": True,
    "email": "lan@vi.du.vn",
    "email_verified": True,
    "identity_number": "030190012412",
    "level": "2",
}


class _StayHere(HTTPRedirectHandler):
    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: HTTPMessage, newurl: str) -> None:
        return None


def _location_of(address: str, form: dict[str, str]) -> str:
    try:
        with build_opener(_StayHere).open(address, data=urlencode(form).encode(), timeout=10) as answer:
            raise AssertionError(answer.read()[:500])
    except HTTPError as redirect:
        with redirect:
            return str(redirect.headers["Location"])


@pytest.fixture
def provider(settings: Settings) -> Iterator[str]:
    import oidc_provider_mock  # here, where the warnings of its own libraries are not errors

    users = [oidc_provider_mock.User(sub="sub-1", claims=CLAIMS), oidc_provider_mock.User(sub="sub-2", claims={})]
    with oidc_provider_mock.run_server_in_thread(user_claims=users) as server:
        address = f"http://localhost:{server.server_port}"
        app = {"provider_id": "vneid", "name": "VNeID", "client_id": "gandan", "secret": "bi-mat"}
        settings.VNEID_URL = address
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {
                **settings.SOCIALACCOUNT_PROVIDERS["openid_connect"],
                "APPS": [{**app, "settings": {"server_url": address}}],
            }
        }
        yield address


def leave(browser: Client, wanted: str = "") -> str:
    """Press the button; the address of the provider's page."""
    make.commune()
    assert "Đăng nhập bằng VNeID" in browser.get("/dang-nhap/").content.decode()
    return str(browser.get("/dang-nhap/vneid/", {"next": wanted} if wanted else {})["Location"])


def come_back(browser: Client, address: str, **form: str) -> Any:
    back = urlsplit(_location_of(address, form))
    return browser.get(f"{back.path}?{back.query}")


@pytest.mark.django_db
def test_it_works(client: Client, provider: str) -> None:
    away = leave(client, "/nop-ho-so/1.001193/")
    asked = parse_qs(urlsplit(away).query)
    assert away.startswith(provider)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://testserver/dang-nhap/vneid/tra-loi/"]
    before = client.session.session_key

    answer = come_back(client, away, sub="sub-1")

    assert answer["Location"] == "/nop-ho-so/1.001193/"
    lan = User.objects.get(is_staff_member=False)
    assert client.session["_auth_user_id"] == str(lan.pk)
    assert client.session.session_key != before
    assert (lan.full_name, lan.phone, lan.email) == ("Phạm Thị Lan", "0912345118", "lan@vi.du.vn")
    assert (lan.id_number, lan.identity_level) == ("030190012412", IdentityLevel.VNEID_2)


@pytest.mark.django_db
def test_no_claim_is_kept_in_clear(client: Client, provider: str) -> None:
    come_back(client, leave(client), sub="sub-1")
    client.post("/dang-xuat/")
    come_back(client, leave(client), sub="sub-1")
    assert SocialAccount.objects.get().extra_data == {}
    assert "0912345118" not in str(dict(client.session))


@pytest.mark.django_db
def test_it_finds_the_account_of_the_telephone(client: Client, provider: str) -> None:
    lan = make.citizen("", phone="0912345118")
    assert come_back(client, leave(client), sub="sub-1")["Location"] == "/sau-dang-nhap/"
    assert client.session["_auth_user_id"] == str(lan.pk)


@pytest.mark.django_db
def test_refusing_at_the_provider_leads_back_with_a_sentence(client: Client, provider: str) -> None:
    away = leave(client)
    refused = urlsplit(_location_of(away, {"action": "deny"}))
    state = parse_qs(urlsplit(away).query)["state"][0]  # RFC 6749 §4.1.2.1 asks for it; this provider forgets it
    answer = client.get(f"{refused.path}?{refused.query}&state={state}")
    assert answer["Location"] == "/dang-nhap/"
    assert "đã dừng đăng nhập bằng VNeID" in client.get(answer["Location"]).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "code=x&state=gia-mao", "error=server_error&state=gia-mao"])
def test_a_forged_answer_opens_nothing(client: Client, provider: str, query: str) -> None:
    make.commune()
    answer = client.get(f"/dang-nhap/vneid/tra-loi/?{query}")
    assert answer["Location"] == "/dang-nhap/"
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_locked_citizen_is_told_to_call(client: Client, provider: str) -> None:
    make.citizen("", phone="0912345118")
    User.objects.update(is_active=False)
    answer = come_back(client, leave(client), sub="sub-1")
    assert answer["Location"] == "/dang-nhap/"
    assert "tạm khóa" in client.get(answer["Location"]).content.decode()


@pytest.mark.django_db
def test_a_provider_that_is_gone_is_said(client: Client, provider: str, settings: Settings) -> None:
    make.commune()
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9"
    assert client.get("/dang-nhap/vneid/")["Location"] == "/dang-nhap/"
    assert "Chưa nối được tới VNeID" in client.get("/dang-nhap/").content.decode()


def test_unverified_contacts_are_left_out() -> None:
    claims = {**CLAIMS, "sub": "x", "phone_number_verified": "true", "email_verified": False}
    identity = identity_of("vneid", claims)
    assert (identity.phone, identity.email) == ("", "")


@pytest.mark.parametrize(
    ("claims", "number", "level"),
    [
        pytest.param({"identity_number": "030190012412", "level": 2}, "030190012412", 2, id="number and level"),
        pytest.param({"identity_number": "12", "level": "9"}, "", 1, id="nonsense"),
        pytest.param({}, "", 1, id="nothing"),
    ],
)
def test_claims_are_read_with_care(claims: dict[str, Any], number: str, level: int) -> None:
    identity = identity_of("vneid", {"sub": "x", **claims})
    assert (identity.id_number, identity.level) == (number, level)


def test_an_answer_without_a_subject_is_refused() -> None:
    with pytest.raises(IdentityFailed):
        identity_of("vneid", {"name": "Lan"})
