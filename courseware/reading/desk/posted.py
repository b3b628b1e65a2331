from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """None where nothing was posted; an empty post is a post."""
    return request.POST if request.method == "POST" else None
