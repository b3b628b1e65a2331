from django.urls import include, path

from courseware.exchange import desk

app_name = "exchange"

course = [
    path("export/", desk.exports, name="exports"),
    path("export/record/", desk.record, name="record"),
    path("export/record/feed/", desk.feed, name="feed"),
    path("export/<slug:form>/", desk.export, name="export"),
    path("export/<slug:form>/file/", desk.download, name="download"),
    path("import/", desk.upload, name="upload"),
    path("import/<uuid:code>/", desk.preview, name="preview"),
    path("import/<uuid:code>/discard/", desk.discard, name="discard"),
]

urlpatterns = [path("desk/courses/<slug:slug>/", include(course))]
