from django.urls import path

from courseware.certificates import desk, views

app_name = "certificates"

DESK = "desk/certificates/"

urlpatterns = [
    path("verify/", views.look_up, name="look_up"),
    path("verify/<str:code>/", views.verify, name="verify"),
    path("certificates/<str:code>/certificate.pdf", views.paper, name="paper"),
    path("me/certificates/", views.mine, name="mine"),
    path("me/certificates/name/", views.name, name="name"),
    path("me/certificates/after-erasing/", views.after_erasing, name="after_erasing"),
    path("me/certificates/<str:code>/", views.own, name="own"),
    path("me/certificates/<str:code>/show-name/", views.show_name, name="show_name"),
    path("me/certificates/<str:code>/badge.jwt", views.badge_jwt, name="badge_jwt"),
    path("me/certificates/<str:code>/badge.json", views.badge_json, name="badge_json"),
    path("courses/<slug:slug>/certificate/", views.missing_of_course, name="missing_of_course"),
    path("events/<slug:slug>/certificate/", views.missing_of_event, name="missing_of_event"),
    path("badges/issuers/<slug:slug>/", views.issuer, name="issuer"),
    path("badges/issuers/<slug:slug>/status/<int:number>/", views.status_list, name="status_list"),
    path("badges/achievements/<uuid:code>/", views.achievement, name="achievement"),
    path("badges/keys/<str:name>/", views.key, name="key"),
    path(".well-known/jwks.json", views.keys, name="keys"),
    path("desk/courses/<slug:slug>/certificates/", desk.of_course, name="of_course"),
    path("desk/courses/<slug:slug>/certificates/new/", desk.new_for_course, name="new_for_course"),
    path("desk/events/<slug:slug>/certificates/", desk.of_event, name="of_event"),
    path("desk/events/<slug:slug>/certificates/new/", desk.new_for_event, name="new_for_event"),
    path(f"{DESK}awards/<uuid:code>/", desk.award, name="award"),
    path(f"{DESK}awards/<uuid:code>/edit/", desk.edit_award, name="edit_award"),
    path(f"{DESK}awards/<uuid:code>/remove/", desk.remove_award, name="remove_award"),
    path(f"{DESK}awards/<uuid:code>/issue/", desk.issue, name="issue"),
    path(f"{DESK}runs/<uuid:code>/", desk.run, name="run"),
    path(f"{DESK}<str:code>/", desk.certificate, name="certificate"),
    path(f"{DESK}<str:code>/revoke/", desk.revoke, name="revoke"),
    path(f"{DESK}<str:code>/correct/", desk.correct, name="correct"),
]
