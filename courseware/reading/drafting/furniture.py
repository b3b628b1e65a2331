"""Lines of a web page that belong to the page and not to an article: buttons, menus, lists of other articles."""

import re
from typing import Literal

Furniture = Literal["end", "passing"]


def _listed(phrases: str) -> frozenset[str]:
    return frozenset(phrase for line in phrases.split("\n") for phrase in line.strip().split("|") if phrase)


_END = _listed(
    """
    comments|comment|no comments|leave a comment|leave a reply|click to comment|post a comment|add a comment
    continue reading|read more|keep reading|read next|read also|related|related topics|related articles|related posts
    related stories|related news|related content|up next|don't miss|you may like|you may also like|you might also like
    more stories|more articles|more news|more in this section|most read|most popular|most viewed|popular|popular posts
    latest|latest news|latest articles|latest posts|recent posts|trending|trending now|publications
    recommended|recommended for you|newsletter|subscribe|subscribe to our newsletter|sign up|connect with us
    follow us|about the author|back to top|all rights reserved|privacy policy|terms of use
    читать далее|читать дальше|читайте также|по теме|похожие материалы|похожие статьи|комментарии|оставить комментарий
    последние новости|свежие новости|популярное|самое читаемое|подписаться|подпишитесь|следите за нами|публикации
    """
)

_PASSING = _listed(
    """
    share|share this|share this article|share on facebook|share on twitter|tweet|pin|pin it|email|e-mail|print|save
    like|listen|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|copy link|advertisement|advertisements|sponsored
    sponsored content|continue reading the main story|skip advertisement|published|posted|updated|last updated|on|by
    featured|home|menu|search|next|previous|next article|previous article|log in|sign in|loading|skip to content
    поделиться|реклама|опубликовано|обновлено|главная|меню|поиск|войти|распечатать|твитнуть
    """
)

_END_PATTERN = re.compile(r"\d{1,5} comments?|tags?: .{1,300}|filed under:? .{1,300}|(?:©|\(c\)|copyright) .{1,200}")
_PASSING_PATTERN = re.compile(
    r"\d{1,6} (?:shares?|views?|likes?|просмотр\w{0,3})"
    r"|\d{1,3}[ -](?:min|mins|minutes?)(?:[ -]read)?|\d{1,3} мин\w{0,4}"
    r"|(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago"
    r"|(?:related|read also|see also|read more|don't miss|up next|читайте также)\s?[:–—-]\s.{1,200}"
)
_LONGEST_PHRASE = 5
_MOST_WORDS = 15


def furniture(text: str) -> Furniture | None:
    """Say whether a line closes an article ("end"), may stand within one ("passing"), or is text (None).

    Several buttons that a reader has joined into one line count as well ("Continue Reading Comments").
    """
    plain = " ".join(text.casefold().replace("’", "'").split())
    if _END_PATTERN.fullmatch(plain):
        return "end"
    if _PASSING_PATTERN.fullmatch(plain):
        return "passing"
    found = _phrases(plain)
    if not found:
        return None
    return "end" if any(phrase in _END for phrase in found) else "passing"


def _phrases(plain: str) -> list[str]:
    """Cut a line wholly into known phrases, longest first; an empty list where something else is in it."""
    words = [word for word in (part.strip("«»<>→|•·:…!.,()[]+-–—") for part in plain.split(" ")) if word]
    if len(words) > _MOST_WORDS:
        return []
    found: list[str] = []
    while words:
        length = next((n for n in range(_LONGEST_PHRASE, 0, -1) if " ".join(words[:n]) in _END | _PASSING), 0)
        if not length:
            return []
        found.append(" ".join(words[:length]))
        words = words[length:]
    return found
