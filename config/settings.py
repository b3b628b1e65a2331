"""Everything that is wired. What differs between machines comes from env.py; why: docs/architecture.md."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import env

ROOT = BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))
ENV = env.read(dict(os.environ), VAR)

DEMO = ENV.demo
DEBUG = ENV.debug
SECRET_KEY = ENV.secret_key
ALLOWED_HOSTS = ENV.allowed_hosts
SITE_URL = ENV.site_url

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",  # allauth's page of security keys asks for it
    "django.forms",
    "django_countries",
    "django_htmx",
    "template_partials",
    "csp",
    "accounts.audit",
    "accounts.outbox",
    "accounts.people",
    "accounts.teams",
    "intake",
    "events.programme",
    "events.registration",
    "events.live",
    "events.reports",
    "courseware.reading",
    "courseware.quizzes",
    "courseware.surveys",
    "courseware.certificates",
    "courseware.exchange",
    "front",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "front.middleware.content_security_policy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "events.programme.middleware.kept_for_strangers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "front.middleware.refuse_nul",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.people.middleware.language_and_zone",
    "front.middleware.empty_the_device",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "front.context.page",
            ],
        },
    }
]
FORM_RENDERER = "front.forms.Renderer"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
# A connection is kept for the next request: opening one costs as much processor time as a whole page.
DATABASES = {"default": {**ENV.database, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    VAR.mkdir(parents=True, exist_ok=True)
    # A file, not memory: the tests then run under WAL and IMMEDIATE as the site does, and threads share the database.
    DATABASES["default"] |= {"OPTIONS": SQLITE_OPTIONS, "TEST": {"NAME": str(VAR / "test.sqlite3")}}

# Rate limits count across processes, so the cache has to be shared. A table of the database, also where there is a
# Redis: losing Redis must lose nothing, and a limiter that cannot count would lock everybody out.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}
REDIS_URL = ENV.redis_url
BADGE_KEYS = ENV.badge_keys

# Background work: one list, carried out by the polling worker or, with Redis, rung by Celery's beat.
SWEEPS = {
    "accounts.outbox.tasks.sweep": 1,
    "intake.tasks.sweep": 2,
    "events.programme.tasks.draft_read_notes": 2,
    "events.programme.tasks.forget_refused": 3600,
    "courseware.quizzes.tasks.draft_read_articles": 2,
    "courseware.quizzes.tasks.forget_refused": 3600,
    "courseware.quizzes.tasks.hand_in_overdue": 10,
    "courseware.quizzes.tasks.reopen_changed_questions": 30,
    "courseware.certificates.tasks.work_due": 2,
    "courseware.certificates.tasks.issue_due": 30,
    "events.registration.tasks.tell_of_cancelling": 30,
    "events.registration.tasks.tell_of_moving": 30,
    "events.registration.tasks.remind_participants": 60,
    "events.registration.tasks.expire_offers": 30,
    "events.registration.tasks.move_up": 60,
    "events.registration.tasks.end_invitations": 60,
    "events.registration.tasks.sweep_drafts": 3600,
    "accounts.people.tasks.sweep_unproven": 3600,
    "courseware.surveys.tasks.ask_due": 600,
    "courseware.exchange.tasks.send_record": 60,
    "courseware.exchange.tasks.tidy": 3600,
    "front.tasks.retention": 3600,
}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "UserAttributeSimilarityValidator")
]
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "front:my_page"
ACCOUNT_ADAPTER = "accounts.people.adapter.Adapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "front:home"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60  # a letter may take a second try
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {"confirm_email_verification_code": "accounts.people.forms.NewAddressCodeForm"}
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = False
# A class behind one ministry address is many people: limits per network address are wide, those per mailbox tight.
# The tight one counts mailbox and network together, so that a stranger cannot lock somebody out; see people/codes.py.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "signup": "300/m/ip",
    "request_login_code": "300/m/ip,3/m/key,20/h/key",
    "codes_to_mailbox": "60/h/key",
    "verify_certificate": "120/m/ip",
    "confirm_name": "30/m/ip,20/h/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.trusted_proxies
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "accounts.people.adapter.SecondFactor"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ru", "Русский")]
LOCALE_PATHS = [ROOT / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", VAR / "static"))
STATICFILES_DIRS = [ROOT / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.staticfiles.HashedFiles"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

vars().update(ENV.email)
vars().update(ENV.xapi)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.mail_from
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
        "worker-src": [SELF],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_FAILURE_VIEW = "front.views.csrf_failure"
SECURE = not (DEMO or DEBUG)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.trusted_proxies else None
CSRF_TRUSTED_ORIGINS = [
    f"https://*{host}" if host.startswith(".") else f"https://{host}"
    for host in ALLOWED_HOSTS
    if SECURE and host not in env.LOOPBACK
]

# Nothing of a person reaches the log: no addresses, no request bodies, no query strings, no token of a link.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"impersonal": {"()": "config.logs.Impersonal"}},
    "formatters": {
        "plain": {"()": "config.logs.Plain", "format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["impersonal"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django.server": {"level": "WARNING"}, "celery": {"level": "WARNING"}},
}

COUNTRIES_FIRST = ["KZ", "KG", "TJ", "TM", "UZ", "AF"]
COUNTRIES_FIRST_BREAK = "—"
SITE_NAME = _("Convoke")
CONTACT_EMAIL = os.environ.get("CONTACT_EMAIL", "")
# What each room must give out or forget about a person (HOUSE rule: a key to Person is declared here or a test fails).
PERSONAL_DATA = [
    "accounts.audit.personal_data",
    "accounts.outbox.personal_data",
    "accounts.people.personal_data",
    "accounts.teams.personal_data",
    "intake.personal_data",
    "events.registration.personal_data",
    "events.live.personal_data",
    "courseware.reading.personal_data",
    "courseware.quizzes.personal_data",
    "courseware.exchange.personal_data",
    "courseware.surveys.personal_data",
    "courseware.certificates.personal_data",
]
# What is kept for a time only: each module has preview(at) and carry_out(at), called nightly.
RETENTION = [
    "accounts.outbox.retention",
    "accounts.audit.retention",
    "events.registration.retention",
    "courseware.surveys.retention",
    "front.retention",
]
# What must be true of the rows: each module has SENTENCES and broken(), and may have repair(at=); see manage.py fsck.
INVARIANTS = [
    "accounts.outbox.invariants",
    "events.registration.invariants",
    "courseware.quizzes.invariants",
    "courseware.certificates.invariants",
    "courseware.surveys.invariants",
]
