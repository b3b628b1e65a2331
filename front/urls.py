from django.urls import path

from front import views

app_name = "front"

urlpatterns = [
    path("", views.home, name="home"),
    path("me/", views.my_page, name="my_page"),
    path("desk/", views.desk, name="desk"),
    path("me/data/", views.my_data, name="my_data"),
    path("me/data/download/", views.download, name="download"),
    path("me/erase/", views.erase, name="erase"),
    path("erased/", views.page, {"name": "erased"}, name="erased"),
    path("privacy/", views.privacy, name="privacy"),
    path("privacy/<slug:version>/", views.privacy, name="notice"),
    path("help/", views.page, {"name": "help"}, name="help"),
    path("contact/", views.page, {"name": "contact"}, name="contact"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]
