from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic.base import RedirectView

admin.site.login = secure_admin_login(admin.site.login)

# One door: an address and a code. allauth's own pages for passwords and sign-up lead there instead.
to_sign_in = RedirectView.as_view(pattern_name="people:sign_in", query_string=True)
one_door = [
    path("login/", to_sign_in, name="account_login"),
    path("login/code/", to_sign_in, name="account_request_login_code"),
    path(
        "login/code/confirm/",
        RedirectView.as_view(pattern_name="people:code", query_string=True),
        name="account_confirm_login_code",
    ),
    path("signup/", to_sign_in, name="account_signup"),
    path("password/change/", to_sign_in, name="account_change_password"),
    path("password/set/", to_sign_in, name="account_set_password"),
    path("password/reset/", to_sign_in, name="account_reset_password"),
    path("password/reset/done/", to_sign_in, name="account_reset_password_done"),
    path("password/reset/key/done/", to_sign_in, name="account_reset_password_from_key_done"),
    path(
        "password/reset/key/<uidb36>-<key>/",
        RedirectView.as_view(url="/sign-in/"),
        name="account_reset_password_from_key",
    ),
]

urlpatterns = [
    path("", include("front.urls")),
    path("", include("accounts.people.urls")),
    path("", include("events.programme.urls")),
    path("", include("events.registration.urls")),
    path("", include("events.live.urls")),
    path("", include("events.reports.urls")),
    # Certificates and quizzes before reading: their fixed addresses would otherwise be taken for a course or module.
    path("", include("courseware.certificates.urls")),
    path("", include("courseware.surveys.urls")),
    path("", include("courseware.exchange.urls")),
    path("", include("courseware.quizzes.urls")),
    path("", include("courseware.reading.urls")),
    path("accounts/", include(one_door)),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
if settings.DEMO:
    urlpatterns += [path("mailbox/", include("accounts.outbox.urls"))]

handler400 = "front.views.bad_request"
handler403 = "front.views.forbidden"
handler404 = "front.views.not_found"
handler500 = "front.views.broken"
