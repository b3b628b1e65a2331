from django.urls import path

from front import views

app_name = "front"

urlpatterns = [
    path("", views.home, name="home"),
    path("me/", views.my_page, name="my_page"),
    path("desk/", views.desk, name="desk"),
    path("privacy/", views.page, {"name": "privacy"}, name="privacy"),
    path("help/", views.page, {"name": "help"}, name="help"),
    path("contact/", views.page, {"name": "contact"}, name="contact"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]
