import uuid

from django.db import migrations


def fill_in(apps, schema_editor):
    """Choices get keys, answers refer to them, and what was counted in right answers becomes exact marks."""
    of = {name: apps.get_model("quizzes", name) for name in ("Question", "Quiz", "Choice", "Attempt", "Response")}
    keys = {}
    for question in of["Question"].objects.select_related("module"):
        question.series, question.course_id = uuid.uuid4(), question.module.course_id
        question.save(update_fields=["series", "course"])
        for key, choice in enumerate(question.choices.order_by("position", "pk"), 1):
            keys[choice.pk] = choice.key = key
            choice.save(update_fields=["key"])
    for quiz in of["Quiz"].objects.select_related("module"):
        quiz.code, quiz.course_id = uuid.uuid4(), quiz.module.course_id
        quiz.behaviour = "immediate" if quiz.layout == "one_by_one" else "deferred"
        quiz.save(update_fields=["code", "course", "behaviour"])
    for response in of["Response"].objects.select_related("attempt").prefetch_related("chosen"):
        chosen = sorted(keys[choice.pk] for choice in response.chosen.all())
        response.answer = chosen or None
        response.sequence, response.closed = int(bool(chosen)), response.attempt.submitted_at is not None
        response.mark = None if response.is_right is None else int(response.is_right)
        response.order = [choice.key for choice in response.question.choices.order_by("position", "pk")]
        response.save(update_fields=["answer", "sequence", "closed", "mark", "order"])
    numbers = {}
    for attempt in of["Attempt"].objects.order_by("started_at", "pk"):
        whose = (attempt.quiz_id, attempt.person_id)
        attempt.number = numbers[whose] = numbers.get(whose, 0) + 1
        attempt.max_mark, attempt.mark = attempt.question_count, attempt.right_count
        attempt.percent = 100 * attempt.right_count // attempt.question_count if attempt.question_count else 0
        attempt.ended_by = "person" if attempt.submitted_at else ""
        attempt.save(update_fields=["number", "max_mark", "mark", "percent", "ended_by"])


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0003_versions_marks_and_slots")]
    operations = [migrations.RunPython(fill_in, migrations.RunPython.noop)]
