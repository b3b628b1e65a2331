from django.urls import path

from courseware.quizzes.reports import gains, items

# In the addresses of quizzes, below a course's desk.
urlpatterns = [
    path("statistics/", items.overview, name="statistics"),
    path("statistics/gain/", gains.gains, name="gain"),
    path("statistics/gain.csv", gains.gains_csv, name="gain_csv"),
    path("statistics/<uuid:code>/", items.items, name="items"),
    path("statistics/<uuid:code>/items.csv", items.items_csv, name="items_csv"),
]
