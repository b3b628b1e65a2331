from django.urls import path

from events.registration import desk, views

app_name = "registration"

urlpatterns = [
    path("attachments/<uuid:code>/", views.attachment, name="attachment"),
    path("events/<slug:slug>/register/", views.register, name="register"),
    path("events/<slug:slug>/register/code/", views.RegistrationCodeView.as_view(), name="code"),
    path("events/<slug:slug>/register/complete/", views.complete, name="complete"),
    path("events/<slug:slug>/registered/", views.registered, name="registered"),
    path("events/<slug:slug>/offer/", views.offer, name="offer"),
    path("events/<slug:slug>/withdraw/", views.withdraw, name="withdraw"),
    path("desk/events/<slug:slug>/registrations/", desk.registrations, name="desk"),
]
