
app_name = "reading"

urlpatterns = []
