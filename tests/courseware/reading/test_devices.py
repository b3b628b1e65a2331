import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db
WORKER = "/sw.js"


def test_the_worker_is_a_script_under_a_name_that_stays_and_is_asked_for_anew(client):
    answer = client.get(WORKER)
    assert answer["Content-Type"] == "text/javascript"
    assert answer["Cache-Control"] == "no-cache"
    assert b"addEventListener" in answer.content
    assert "worker-src 'self'" in answer["Content-Security-Policy"]


def test_a_worker_that_has_not_changed_is_not_sent_again(client):
    tag = client.get(WORKER)["ETag"]
    assert client.get(WORKER, headers={"if-none-match": tag}).status_code == 304


def test_pages_of_courses_say_whose_device_may_keep_them_by_an_opaque_code(client):
    reader, module = factories.person(), factories.module()
    client.force_login(reader)
    for address in (f"/courses/{module.course.slug}/", f"/courses/{module.course.slug}/{module.slug}/"):
        page = client.get(address).content.decode()
        assert f'<meta name="kept-for" content="{reader.code}">' in page
        assert reader.email not in page


def test_a_stranger_s_page_says_that_nothing_is_to_be_kept(client):
    page = client.get(f"/courses/{factories.course().slug}/").content.decode()
    assert '<meta name="kept-for" content="">' in page


def test_no_course_takes_the_address_of_the_device(client):
    page = client.get(reverse("reading:device")).content.decode()
    assert "On this device" in page
