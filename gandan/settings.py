"""The one settings file. Every variable is described in docs/settings.md; what a commune may change lives in the database."""

import base64
import os
import secrets
from pathlib import Path

from gandan.core import env
from gandan.core.cluster import Cluster

# --- Folders ---------------------------------------------------------------------------------------------------------
BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.folder("GANDAN_DATA", BASE_DIR / "var")
UPLOAD_DIR = DATA_DIR / "uploads"
OUTBOX_DIR = DATA_DIR / "outbox"
DATA_DIR.mkdir(parents=True, exist_ok=True)


# --- Secrets ---------------------------------------------------------------------------------------------------------
def _secret(variable: str, file: str) -> str:
    """From the environment, or made once and kept in the data folder, readable by its owner only."""
    if given := env.text(variable):
        return given
    path = DATA_DIR / file
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as opened:
            opened.write(base64.b64encode(secrets.token_bytes(32)).decode())
    return path.read_text().strip()


SECRET_KEY = _secret("GANDAN_SECRET_KEY", "secret.key")
DATA_KEY = _secret("GANDAN_KEY", "data.key")
OLD_DATA_KEYS = env.words("GANDAN_OLD_KEYS")
PAYMENT_WEBHOOK_SECRET = env.text("GANDAN_PAYMENT_WEBHOOK_SECRET")

# --- Hosts and security ----------------------------------------------------------------------------------------------
DEBUG = env.flag("GANDAN_DEBUG")
ALLOWED_HOSTS = env.words("GANDAN_HOSTS", "localhost,127.0.0.1,[::1],testserver")
PUBLIC_URL = env.text("GANDAN_PUBLIC_URL", "http://localhost:8000").rstrip("/")
LIVE_URL = env.text("GANDAN_LIVE_URL")
IS_HTTPS = PUBLIC_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_AGE = 12 * 3600
SESSION_ENGINE = "gandan.people.sessions"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "gandan.ui.views.csrf.csrf_failure"
CONTENT_POLICY = {
    "default-src": ["'self'"],
    "img-src": ["'self'", "data:", "blob:"],
    "style-src": ["'self'"],
    "script-src": ["'self'"],
    "connect-src": ["'self'", *([LIVE_URL] if LIVE_URL else [])],
    "object-src": ["'none'"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
    "base-uri": ["'self'"],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20
FILE_UPLOAD_PERMISSIONS = 0o600
UPLOAD_MAX_BYTES = env.number("GANDAN_UPLOAD_MAX_MB", 10) * 2**20

# --- Apps (staircase in docs/architecture.md; one sorted line each) ---------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "django_linear_migrations",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "gandan.api",
    "gandan.booking",
    "gandan.catalog",
    "gandan.cockpit",
    "gandan.contests",
    "gandan.conversations",
    "gandan.core",
    "gandan.desk",
    "gandan.dialogue",
    "gandan.documents",
    "gandan.dossiers",
    "gandan.feedback",
    "gandan.gateways",
    "gandan.hall",
    "gandan.hotline",
    "gandan.journal",
    "gandan.kiosks",
    "gandan.letters",
    "gandan.measures",
    "gandan.notifications",
    "gandan.outreach",
    "gandan.people",
    "gandan.places",
    "gandan.portal",
    "gandan.premises",
    "gandan.programmes",
    "gandan.publishing",
    "gandan.reforms",
    "gandan.replication",
    "gandan.reports",
    "gandan.surveys",
    "gandan.tasks",
    "gandan.ui",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gandan.core.middleware.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "gandan.people.sessions.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gandan.core.middleware.RuleBrokenMiddleware",
]
ROOT_URLCONF = "gandan.urls"
WSGI_APPLICATION = "gandan.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "gandan.ui.context.look",
            ],
            "builtins": ["gandan.ui.templatetags.vietnamese"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database: DATABASE_URL in production, else the embedded cluster of the data folder --------------------------------
DATABASE_URL = env.text("DATABASE_URL")
CLUSTER = Cluster(DATA_DIR)


def _database() -> dict[str, object]:
    # Pages are short: starting helpers or a compiler for one statement costs more than it saves.
    short = {"options": "-c max_parallel_workers_per_gather=0 -c jit=off"}
    lasting = {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
    shared = {"ENGINE": "django.db.backends.postgresql", **lasting, "OPTIONS": short}
    test = {
        "TEST": {
            "NAME": f"test_gandan_{env.text('GANDAN_TEST_DB', 'all')}",
            "TEMPLATE": env.text("GANDAN_TEST_TEMPLATE") or None,
        }
    }
    if DATABASE_URL:
        from psycopg.conninfo import conninfo_to_dict

        given = conninfo_to_dict(DATABASE_URL)
        names = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
        return {**shared, **test, **{django: given.get(libpq) or "" for libpq, django in names.items()}}
    password = CLUSTER.password if CLUSTER.exists() else ""
    here = {"HOST": str(CLUSTER.socket_folder), "NAME": "gandan", "USER": "gandan", "PASSWORD": password}
    return {**shared, **test, **here}


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

HOME_COMMUNE = env.text("GANDAN_HOME_COMMUNE", "11131")

# --- People ------------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "people:after_sign_in"
ACCOUNT_ADAPTER = "gandan.people.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_ADAPTER = "gandan.gateways.identity.adapter.SocialAccountAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
MFA_ADAPTER = "gandan.people.adapters.SecondFactorAdapter"
CODE_CARRIER = "gandan.gateways.one_time_codes.carry"
IDENTITY_READER = "gandan.gateways.identity.vneid.read_claims"
VNEID_URL = env.text("GANDAN_VNEID_URL")
VNEID_ID_CLAIM = env.text("GANDAN_VNEID_ID_CLAIM", "identity_number")
VNEID_LEVEL_CLAIM = env.text("GANDAN_VNEID_LEVEL_CLAIM", "level")
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("GANDAN_TRUSTED_PROXIES", 0)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Gần Dân"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": ["openid", "profile", "email", "phone"],
        "APPS": [
            {
                "provider_id": "vneid",
                "name": "VNeID",
                "client_id": env.text("GANDAN_VNEID_CLIENT_ID"),
                "secret": env.text("GANDAN_VNEID_SECRET"),
                "settings": {"server_url": VNEID_URL},
            }
        ]
        if VNEID_URL
        else [],
    }
}

# --- Jobs: procrastinate on the same database ----------------------------------------------------------------------------
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["gandan.schedule"]
PROCRASTINATE_ON_APP_READY = "gandan.schedule.arrange"

# --- Mail, cache, files ------------------------------------------------------------------------------------------------
EMAIL_HOST = env.text("GANDAN_SMTP_HOST")
EMAIL_PORT = env.number("GANDAN_SMTP_PORT", 587)
EMAIL_HOST_USER = env.text("GANDAN_SMTP_USER")
EMAIL_HOST_PASSWORD = env.text("GANDAN_SMTP_PASSWORD")
EMAIL_USE_TLS = env.flag("GANDAN_SMTP_TLS", default=bool(EMAIL_HOST_USER))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = str(OUTBOX_DIR / "email")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("GANDAN_MAIL_FROM", "khong-tra-loi@gandan.local")
SMS_URL = env.text("GANDAN_SMS_URL")
SMS_TOKEN = env.text("GANDAN_SMS_TOKEN")
SMS_GATEWAY = f"gandan.gateways.sms.{'carried.CarriedSms' if SMS_URL else 'outbox.OutboxSms'}"
SHOWS_OUTBOX = DEBUG or env.flag("GANDAN_DEMO")
NOTICE_RATE = env.number("GANDAN_NOTICE_RATE", 100)

# --- Carriers: two suppliers of text messages, Zalo, push, the telephone exchange; without them messages stay in the outbox ---
SMS_SUPPLIERS = {
    "sms-1": {"url": SMS_URL, "token": SMS_TOKEN, "secret": env.text("GANDAN_SMS_SECRET")},
    "sms-2": {
        "url": env.text("GANDAN_SMS2_URL"), "token": env.text("GANDAN_SMS2_TOKEN"),
        "secret": env.text("GANDAN_SMS2_SECRET"),
    },
}  # fmt: skip
SMS_SENDER = env.text("GANDAN_SMS_SENDER", "UBND")
ZALO_APP = env.text("GANDAN_ZALO_APP_ID")
ZALO_SECRET = env.text("GANDAN_ZALO_APP_SECRET")
ZALO_TOKEN = env.text("GANDAN_ZALO_REFRESH_TOKEN")
ZALO_WEBHOOK_SECRET = env.text("GANDAN_ZALO_OA_SECRET")
ZALO_URLS = {
    "oauth": "https://oauth.zaloapp.com",
    "oa": "https://openapi.zalo.me",
    "zns": "https://business.openapi.zalo.me",
}
ZALO_FILE_HOSTS = env.words("GANDAN_ZALO_FILE_HOSTS", "zdn.vn,zadn.vn,zalo.me,zaloapp.com")
EXCHANGE_SECRET = env.text("GANDAN_EXCHANGE_SECRET")
EXCHANGE_AMI = env.text("GANDAN_EXCHANGE_AMI")
EXCHANGE_AMI_PASSWORD = env.text("GANDAN_EXCHANGE_AMI_PASSWORD")
EXCHANGE_LINES = env.words("GANDAN_EXCHANGE_LINES")
RECORDINGS_DIR = env.folder("GANDAN_RECORDINGS", DATA_DIR / "recordings")
IMAP_HOST = env.text("GANDAN_IMAP_HOST")
IMAP_PORT = env.number("GANDAN_IMAP_PORT", 993)
IMAP_USER = env.text("GANDAN_IMAP_USER")
IMAP_PASSWORD = env.text("GANDAN_IMAP_PASSWORD")
IMAP_FOLDER = env.text("GANDAN_IMAP_FOLDER", "INBOX")
IMAP_TLS = env.flag("GANDAN_IMAP_TLS", default=True)
PUSH_CONTACT = env.text("GANDAN_PUSH_CONTACT") or f"mailto:{DEFAULT_FROM_EMAIL}"
PUSH_HOSTS = env.words(
    "GANDAN_PUSH_HOSTS", "fcm.googleapis.com,push.services.mozilla.com,push.apple.com,notify.windows.com"
)
_CARRIERS = "gandan.gateways.carriers"
CARRIERS = {
    "sms": {
        name: f"{_CARRIERS}.{'smpp.SmppCarrier' if one['url'].startswith('smpp') else 'http.HttpCarrier'}"
        for name, one in SMS_SUPPLIERS.items()
        if one["url"]
    }
    or {"sms-local": f"{_CARRIERS}.local.LocalCarrier"},
    "zalo": {"zalo-zns": f"{_CARRIERS}.zalo.ZnsCarrier", "zalo-oa": f"{_CARRIERS}.zalo.OaCarrier"}
    if ZALO_TOKEN
    else {"zalo-local": f"{_CARRIERS}.local.LocalCarrier"},
    "email": {"smtp": f"{_CARRIERS}.smtp.SmtpCarrier"},
    "push": {"push": f"{_CARRIERS}.push.PushCarrier"},
}
OPEN311_KEYS = env.words("GANDAN_OPEN311_KEYS")
CLAMD_SOCKET = env.text("GANDAN_CLAMD_SOCKET")
FIRST_ANSWER = env.text("GANDAN_FIRST_ANSWER", "gandan.conversations.assistant.CardAssistant")
BANK_BIN = env.text("GANDAN_BANK_BIN", "970436")
BANK_ACCOUNT = env.text("GANDAN_BANK_ACCOUNT")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}}}
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "gandan.core.storage.SealedStorage", "OPTIONS": {"location": UPLOAD_DIR}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

# --- Language and time ---------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# --- Logs: what happened, never who --------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"mask": {"()": "gandan.core.logs.MaskPeople"}},
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["mask"], "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.text("GANDAN_LOG_LEVEL", "WARNING")},
}
