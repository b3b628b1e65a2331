from django.urls import include, path

from courseware.quizzes import desk, views
from courseware.quizzes.reports import urls as reports

app_name = "quizzes"

quiz = [
    path("", views.quiz, name="quiz"),
    path("start/", views.start, name="start"),
    path("<int:position>/", views.question, name="question"),
    path("submit/", views.submit, name="submit"),
    path("answer-file/", views.answer_file, name="answer_file"),
    path("results/<uuid:attempt>/", views.result, name="result"),
]

questions = [
    path("", desk.questions, name="questions"),
    path("new/", desk.add_question, name="add_question"),
    path("<uuid:code>/", desk.edit_question, name="edit_question"),
    path("<uuid:code>/review/", desk.review, name="review"),
]

regrades = [
    path("", desk.regrades, name="regrades"),
    path("<uuid:regrade>/", desk.regrade, name="regrade"),
    path("<uuid:regrade>/apply/", desk.apply_regrade, name="apply_regrade"),
]

bank = [
    path("", desk.bank, name="bank"),
    path("new/", desk.bank_add, name="bank_add"),
    path("tagging/", desk.bank_tag, name="bank_tag"),
    path("tags/", desk.tags, name="tags"),
    path("<uuid:code>/", desk.bank_question, name="bank_question"),
    path("<uuid:code>/retire/", desk.bank_retire, name="bank_retire"),
]

quiz_desk = [
    path("settings/", desk.settings, name="settings"),
    path("slots/", desk.slots, name="slots"),
    path("slots/one/", desk.slot, name="slot"),
    path("slots/choose/", desk.choose, name="choose"),
    path("allowances/", desk.allowances, name="allowances"),
    path("near-misses/", desk.near_miss, name="near_miss"),
    path("answer-file/", desk.admit_file, name="admit_file"),
    path("regrades/", include(regrades)),
]

urlpatterns = [
    path("desk/courses/new/", desk.upload, name="upload"),
    path("desk/courses/<slug:slug>/files/", desk.files, name="files"),
    path("desk/courses/<slug:slug>/", include(reports.urlpatterns)),
    path("courses/<slug:slug>/quizzes/<uuid:code>/", include(quiz)),
    path("courses/<slug:slug>/quizzes/attempts/<uuid:attempt>/", views.attempt, name="attempt"),
    path("courses/<slug:slug>/quizzes/attempts/<uuid:attempt>/<int:position>/", views.answer, name="answer"),
    path("desk/courses/<slug:slug>/bank/", include(bank)),
    path("desk/courses/<slug:slug>/tests/", desk.tests, name="tests"),
    path("desk/courses/<slug:slug>/quizzes/<uuid:code>/", include(quiz_desk)),
    path("desk/courses/<slug:slug>/<slug:module>/questions/", include(questions)),
]
