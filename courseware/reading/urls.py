from django.urls import include, path, register_converter
from django.urls.converters import SlugConverter

from courseware.reading.desk import courses as desk
from courseware.reading.desk import modules as module_desk
from courseware.reading.desk import versions as version_desk
from courseware.reading.views import courses, devices, modules, notes, progress


class CourseSlug(SlugConverter):
    """A course's address; "new" belongs to the page that starts one."""

    regex = r"(?!new/)[-a-zA-Z0-9_]+"


register_converter(CourseSlug, "course")

app_name = "reading"

# What stands here in the place of a module is reserved (actions.RESERVED).
course = [
    path("", courses.course, name="course"),
    path("glossary/", courses.glossary, name="glossary"),
    path("notes/", notes.notes, name="notes"),
    path("notes.md", notes.notes_export, name="notes_export"),
    path("notes/<uuid:code>/", notes.note, name="note"),
    path("<slug:module>/", modules.module, name="module"),
    path("<slug:module>/print/", modules.print_view, name="print"),
    path("<slug:module>/pdf/", modules.pdf, name="pdf"),
    path("<slug:module>/progress/", progress.progress, name="progress"),
    path("<slug:module>/sections/<uuid:code>/read/", progress.section_read, name="section_read"),
    path("<slug:module>/sections/<uuid:code>/notes/", notes.add_note, name="add_note"),
]

course_desk = [
    path("", desk.course, name="desk"),
    path("edit/", desk.edit_course, name="edit_course"),
    path("state/", desk.move, name="move"),
    path("<slug:module>/place/", desk.place, name="place"),
    path("<slug:module>/rule/", module_desk.rule, name="rule"),
    path("<slug:module>/versions/", version_desk.add_version, name="add_version"),
    path("<slug:module>/beside/", version_desk.beside, name="beside"),
    path("<slug:module>/beside/up-to-date/", version_desk.up_to_date, name="up_to_date"),
    path("<slug:module>/", module_desk.edit_module, name="edit_module"),
]

urlpatterns = [
    path("sw.js", devices.worker, name="worker"),
    path("courses/", courses.courses, name="list"),
    path("courses/on-this-device/", devices.on_this_device, name="device"),
    path("courses/<slug:slug>/", include(course)),
    path("events/<slug:slug>/readings/", courses.for_event, name="for_event"),
    path("desk/courses/<course:slug>/", include(course_desk)),
]
