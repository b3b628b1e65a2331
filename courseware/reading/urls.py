from django.urls import include, path, register_converter
from django.urls.converters import SlugConverter

from courseware.reading import desk, views


class CourseSlug(SlugConverter):
    """A course's address; "new" belongs to the page that starts one."""

    regex = r"(?!new/)[-a-zA-Z0-9_]+"


register_converter(CourseSlug, "course")

app_name = "reading"

course = [
    path("", views.course, name="course"),
    path("<slug:module>/", views.module, name="module"),
    path("<slug:module>/sections/<uuid:code>/read/", views.section_read, name="section_read"),
]

course_desk = [
    path("", desk.course, name="desk"),
    path("edit/", desk.edit_course, name="edit_course"),
    path("state/", desk.move, name="move"),
    path("<slug:module>/place/", desk.place, name="place"),
    path("<slug:module>/", desk.edit_module, name="edit_module"),
]

urlpatterns = [
    path("courses/", views.courses, name="list"),
    path("courses/<slug:slug>/", include(course)),
    path("events/<slug:slug>/readings/", views.for_event, name="for_event"),
    path("desk/courses/<course:slug>/", include(course_desk)),
]
