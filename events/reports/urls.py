from django.urls import path

from events.reports import views

app_name = "reports"

urlpatterns = [path("desk/events/<slug:slug>/figures/", views.figures, name="figures")]
