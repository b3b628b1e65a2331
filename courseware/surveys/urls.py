from django.urls import include, path

from courseware.surveys import desk, views

app_name = "surveys"

survey_desk = [
    path("", desk.desk, name="desk"),
    path("state/", desk.move, name="move"),
    path("preview/", desk.preview, name="preview"),
    path("results/", desk.results, name="results"),
    path("results.csv", desk.results_csv, name="results_csv"),
    path("questions/new/", desk.question_add, name="question_add"),
    path("questions/<uuid:question>/", desk.edit_question, name="question"),
    path("questions/<uuid:question>/move/", desk.move_question, name="question_move"),
    path("questions/<uuid:question>/remove/", desk.question_remove, name="question_remove"),
]

urlpatterns = [
    path("courses/<slug:slug>/evaluation/", views.for_course, name="for_course"),
    path("events/<slug:slug>/evaluation/", views.for_event, name="for_event"),
    path("surveys/<str:token>/", views.by_letter, name="by_letter"),
    path("desk/courses/<slug:slug>/surveys/", desk.of_course, name="of_course"),
    path("desk/events/<slug:slug>/surveys/", desk.of_event, name="of_event"),
    path("desk/surveys/<uuid:code>/", include(survey_desk)),
]
