from django.urls import path

from accounts.outbox import views

app_name = "outbox"

urlpatterns = [path("", views.mailbox, name="mailbox")]
