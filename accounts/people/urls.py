from django.urls import path

from accounts.people import views

app_name = "people"

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.SignInCodeView.as_view(), name="code"),
    path("me/profile/", views.profile, name="profile"),
    path("me/sign-out-everywhere/", views.sign_out_everywhere, name="sign_out_everywhere"),
    path("settings/", views.page_settings, name="settings"),
    path("settings/language/", views.language, name="language"),
    path("settings/theme/", views.theme, name="theme"),
]
