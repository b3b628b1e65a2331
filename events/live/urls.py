from django.urls import path

from events.live import views

app_name = "live"

urlpatterns = [path("events/<slug:slug>/join/", views.join, name="join")]
