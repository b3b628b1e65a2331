from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path

admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    path("", include("front.urls")),
    path("", include("accounts.people.urls")),
    path("", include("events.programme.urls")),
    path("", include("events.registration.urls")),
    path("", include("events.live.urls")),
    path("", include("events.reports.urls")),
    path("", include("courseware.reading.urls")),
    path("", include("courseware.quizzes.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
if settings.DEMO:
    urlpatterns += [path("mailbox/", include("accounts.outbox.urls"))]

handler400 = "front.views.bad_request"
handler403 = "front.views.forbidden"
handler404 = "front.views.not_found"
handler500 = "front.views.broken"
