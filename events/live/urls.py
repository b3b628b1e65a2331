from django.urls import path

from events.live import desk, views

app_name = "live"

urlpatterns = [
    path("events/<slug:slug>/join/", views.join, name="join"),
    path("desk/events/<slug:slug>/attendance/", desk.attendance, name="attendance"),
]
