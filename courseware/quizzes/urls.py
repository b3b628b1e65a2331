from django.urls import include, path

from courseware.quizzes import desk, views

app_name = "quizzes"

quiz = [
    path("", views.quiz, name="quiz"),
    path("<int:position>/", views.question, name="question"),
    path("submit/", views.submit, name="submit"),
    path("results/<uuid:code>/", views.result, name="result"),
]

questions = [
    path("", desk.questions, name="questions"),
    path("new/", desk.add_question, name="add_question"),
    path("<uuid:code>/", desk.edit_question, name="edit_question"),
    path("<uuid:code>/review/", desk.review, name="review"),
]

urlpatterns = [
    path("desk/courses/new/", desk.upload, name="upload"),
    path("desk/courses/<slug:slug>/files/", desk.files, name="files"),
    path("courses/<slug:slug>/<slug:module>/quiz/", include(quiz)),
    path("desk/courses/<slug:slug>/<slug:module>/questions/", include(questions)),
]
