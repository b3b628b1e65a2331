from django.urls import path

from events.programme import desk, feeds, views

app_name = "programme"

PUBLIC = "events/<slug:slug>/"
DESK = "desk/events/<slug:slug>/"

urlpatterns = [
    path("events/", views.events, name="list"),
    path(PUBLIC, views.event, name="event"),
    path(f"{PUBLIC}calendar.ics", feeds.calendar, name="calendar"),
    path("desk/events/new/", desk.upload, name="upload"),
    path("desk/events/new/<uuid:batch>/", desk.uploads, name="uploads"),
    path(DESK, desk.desk, name="desk"),
    path(f"{DESK}edit/", desk.edit, name="edit"),
    path(f"{DESK}edit/save/", desk.autosave, name="autosave"),
    path(f"{DESK}document/", desk.document, name="document"),
    path(f"{DESK}document/<uuid:code>/", desk.difference, name="difference"),
    path(f"{DESK}document/<uuid:code>/original/", desk.original, name="original"),
    path(f"{DESK}document/<uuid:code>/set-aside/", desk.set_aside, name="set_aside"),
    path(f"{DESK}open-points/", desk.settle, name="settle"),
    path(f"{DESK}state/", desk.move, name="move"),
    path(f"{DESK}discard/", desk.discard, name="discard"),
    path(f"{DESK}programme/", desk.lay_out, name="lay_out"),
    path(f"{DESK}sessions/new/", desk.session_add, name="session_add"),
    path(f"{DESK}sessions/keep/", desk.keep_proposed, name="keep_proposed"),
    path(f"{DESK}sessions/<uuid:code>/", desk.session, name="session"),
    path(f"{DESK}sessions/<uuid:code>/remove/", desk.session_remove, name="session_remove"),
    path(f"{DESK}sections/new/", desk.section_add, name="section_add"),
    path(f"{DESK}sections/<uuid:code>/", desk.section, name="section"),
    path(f"{DESK}sections/<uuid:code>/remove/", desk.section_remove, name="section_remove"),
]
