"""The one settings file. Every choice comes from the environment; nothing set means: a safe, small default.

DEKKEND_DEMO=1 is the demonstration: example people, one-click sign-in, mail in a postbox that one can read.
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlparse

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    return os.environ.get(f"DEKKEND_{name}", default)


def flag(name: str, default: bool = False) -> bool:
    value = text(name, "1" if default else "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"DEKKEND_{name} is 0 or 1, not {value!r}.")
    return value == "1"


def secret(name: str) -> str:
    """The value itself, or the content of the file that DEKKEND_<name>_FILE names."""
    path = text(f"{name}_FILE")
    return Path(path).read_text().strip() if path else text(name)


HOME = Path(__file__).resolve().parents[2]
VAR = Path(text("VAR", str(HOME / "var")))
DEMO = flag("DEMO")
DEBUG = flag("DEBUG")
TESTING = "PYTEST_VERSION" in os.environ

SECRET_KEY = secret("SECRET_KEY")
if not SECRET_KEY:
    if not (DEMO or DEBUG or TESTING or flag("WITHOUT_SERVER")):
        raise ImproperlyConfigured(
            "Set DEKKEND_SECRET_KEY (or DEKKEND_SECRET_KEY_FILE) to 50 random characters."
        )
    SECRET_KEY = "not-for-a-real-server-" + "0" * 40

ALLOWED_HOSTS = text("HOSTS", "localhost 127.0.0.1 [::1]").split()
ADDRESS = text("ADDRESS", "http://localhost:8000")
CSRF_TRUSTED_ORIGINS = [ADDRESS]
HTTPS = ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "dekkend.desk",
    "dekkend.neighbourhood",
    "dekkend.analysis",
    "dekkend.publication",
    "dekkend.adoption",
    "dekkend.profile",
    "dekkend.region",
    "dekkend.accounts",
    "dekkend.formats",
    "dekkend.documents",
    "dekkend.process",
    "dekkend.audit",
    "dekkend.web",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "rules.apps.AutodiscoverRulesConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "dekkend.web.incoming.clean_incoming",
]

ROOT_URLCONF = "dekkend.urls"
WSGI_APPLICATION = "dekkend.wsgi.application"
ASGI_APPLICATION = "dekkend.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dekkend.web.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "dekkend.web.forms.Renderer"


def database(url: str) -> dict[str, object]:
    """postgres://user:password@host:port/name, or sqlite:///path; the default is SQLite under var/."""
    parts = urlparse(url)
    if parts.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "OPTIONS": {} if TESTING else {"pool": {"min_size": 1, "max_size": 8}},
        }
    if parts.scheme != "sqlite":
        raise ImproperlyConfigured(
            f"DEKKEND_DATABASE starts with sqlite:/// or postgres://, not {parts.scheme!r}."
        )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        # sqlite:////absolute/path or sqlite:///path below the project.
        "NAME": parts.path[1:] if parts.path.startswith("//") else str(HOME / parts.path.lstrip("/")),
        # A connection is kept: opening one costs as much as a save.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # NORMAL survives a killed process; a power cut can cost the last moments. FULL costs a fifth of the speed.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA cache_size=-32000; PRAGMA synchronous="
            + text("SQLITE_SYNCHRONOUS", "NORMAL")
            + ";",
        },
    }


DATABASES = {"default": database(text("DATABASE") or f"sqlite:///{VAR / 'dekkend.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["dekkend.accounts.backends.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_ADAPTER = "dekkend.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
# A whole team signs in from one building; wrong passwords are limited by person and by address besides.
# A file to be checked costs a look inside.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "check_file": "30/m/ip"}
# Wrong codes of one address (kit/codes.py). A team of forty behind one address may each be wrong twice.
GUESSES = {"slip": "60/m/ip", "talk": "100/10m/ip"}
# A provider gives one customer up to a /48 of IPv6: that many addresses must not be as many who guess.
ALLAUTH_RATE_LIMIT_IPV6_PREFIX = 48
# The limits are counted here, in each worker. Too small a place would forget them as soon as many addresses try.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
# Without this all limits would count the web server in front as one visitor.
ALLAUTH_TRUSTED_PROXY_COUNT = int(text("PROXIES", "1" if HTTPS else "0"))

SESSION_ENGINE = "dekkend.accounts.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "dekkend.web.views.csrf_failure"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
MEDIA_ROOT = VAR / "files"
# Zips of whole rounds: kept for a week, and never in a back-up.
GATHERED = VAR / "gathered"
# A point for each postcode that people search with; GeoNames' file for other places than the example's.
POSTCODES = Path(
    text("POSTCODES", str(Path(__file__).parent / "desk/demo/data/geonames-postcodes-almere.csv"))
)
WHITENOISE_USE_FINDERS = DEMO or DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "dekkend.web.storage.Storage"
        if not (DEBUG or TESTING)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Letters wait in the database, with the act that they tell of, until `dekkend run-due` carries them (kit/post.py).
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Try each letter at once as well. Handy where few people work; elsewhere they would wait for the mail server.
MAIL_AT_ONCE = flag("MAIL_AT_ONCE", DEMO or TESTING)
EMAIL_BACKEND = text(
    "MAIL_BACKEND",
    "dekkend.desk.demo.postbox.Postbox" if DEMO else "django.core.mail.backends.smtp.EmailBackend",
)
EMAIL_HOST = text("MAIL_HOST", "localhost")
EMAIL_PORT = int(text("MAIL_PORT", "25"))
EMAIL_HOST_USER = text("MAIL_USER")
EMAIL_HOST_PASSWORD = secret("MAIL_PASSWORD")
EMAIL_USE_TLS = flag("MAIL_TLS")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = text("MAIL_FROM", "Dekkend <dekkend@localhost>")

# Addresses with a code or a key in them: of a slip, of a talk, of a letter. See web/logs.py.
CODE_BEHIND = (
    r"^(/profielen/[0-9]+/c/|/gesprek/|/uitnodiging/|/herinneringen/|/account/password/reset/key/)[^/]+"
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_codes": {"()": "dekkend.web.logs.WithoutCodes"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_codes"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
