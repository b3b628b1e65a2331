from django.http import HttpResponse


def words(answer: HttpResponse) -> str:
    """A page in one line, with single spaces: so a test need not know how its template is broken into lines."""
    return " ".join(answer.content.decode().split())
