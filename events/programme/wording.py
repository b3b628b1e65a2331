"""The sentences for what an organizer must still decide about a draft, and for what drafting had to assume."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from intake import wording as intake_wording
from intake.blocks import Remark


def sentence(remark: Remark) -> str:
    """Word a remark of `events.programme.drafting`, or of the reader before it, in the language in force.

    KeyError for a code of another's.
    """
    if remark.code in SENTENCES:
        return SENTENCES[remark.code]() % remark.values
    return intake_wording.sentence(remark.code, remark.values)


SENTENCES: dict[str, Callable[[], str]] = {
    # what the document does not say
    "no_title": lambda: _("No title was found. Write one."),
    "no_summary": lambda: _("No sentence says what the event is. Write a summary."),
    "no_organisers": lambda: _("The document does not name an organiser. Say who holds the event."),
    "no_audience": lambda: _("The document does not say for whom the event is. Name the groups that should attend."),
    "no_objectives": lambda: _("No objectives were found. Say what the event is to achieve."),
    "no_format": lambda: _(
        "The document does not say clearly whether the event is online, in person or both. Choose one."
    ),
    "no_date": lambda: _("No date was found. Set the day and the time of the event."),
    "no_time": lambda: _("No time of day was found for %(days)s. Set the start and the end."),
    "no_time_zone": lambda: _("No time zone was found. Choose the zone that the times are in."),
    "no_sessions": lambda: _("Neither an agenda nor topics were found. Add the sessions."),
    "no_speakers": lambda: _("No speakers were found. Add them to the sessions."),
    # what it says in part, or in two ways
    "title_inferred": lambda: _("The title was made from a sentence of the document. Check it."),
    "summary_inferred": lambda: _(
        "No sentence says what the event is; the summary is how the description begins. Check it or write another."
    ),
    "organisers_inferred": lambda: _(
        "The document does not say who holds the event. The organiser is the body whose work it describes "
        "(¶ %(block)s). Confirm or correct it."
    ),
    "date_without_year": lambda: _("The date “%(text)s” is incomplete or does not exist. Set the day, month and year."),
    "dates_differ": lambda: _("The document gives different dates: %(dates)s. Choose the right one."),
    "weekday_differs": lambda: _("In “%(text)s” the day of the week does not fit the date. Check the date."),
    "zones_differ": lambda: _("The stated times and zones do not agree: %(zones)s. Choose the right zone."),
    "zone_not_in_force": lambda: _("“%(zone)s” is not what clocks show on %(day)s: choose the zone that is meant."),
    "event_time_waiting": lambda: _("The time “%(text)s” is stated, but not its day or zone. Complete them."),
    "session_times_waiting": lambda: _(
        "%(count)s sessions have times (from “%(first)s” to “%(last)s”) that wait for the day and the time zone."
    ),
    "sessions_without_time": lambda: _(
        "%(count)s sessions have no time, the first of them “%(first)s”. Set the times."
    ),
    "agenda_dates_differ": lambda: _("“%(session)s” lies on a day outside the dates of the event. Check the dates."),
    "speaker_undecided": lambda: _("A speaker of “%(session)s” is still to be confirmed."),
    "sessions_proposed": lambda: _(
        "The document has no agenda. %(count)s sessions are proposed: an opening, the announced topics, "
        "a closing. Keep, change or remove them."
    ),
    "deadline_to_complete": lambda: _(
        "The document names %(day)s as the last day to register. Set the hour at which registration closes."
    ),
    # what drafting assumed
    "registration_link_stated": lambda: _(
        "The document names a page to register on (%(link)s). Here people register on the page of the event."
    ),
    "session_ends_inferred": lambda: _(
        "%(count)s sessions have no stated end; each was taken to last until the next one begins."
    ),
    "event_time_from_agenda": lambda: _("The start and the end of the event were taken from its agenda."),
    "agenda_line_unread": lambda: _("A line of the agenda was not used (¶ %(block)s)."),
    "headings_proposed": lambda: _("The document has no headings. Those of the description are proposals; check them."),
}
