"""Lines of a web page that belong to the page and not to an article: buttons, menus, boxes, lists of other articles."""

import re
from functools import lru_cache
from typing import Literal

from courseware.reading.drafting.phrases import BOX, END, OTHER_ARTICLES, PASSING, REMARKS_OF_READERS

Furniture = Literal["end", "box", "passing"]

_END_PATTERN = re.compile(
    r"\d{1,5} comments?|comments? \(?\d{1,5}\)?|\d{1,5} комментари\w{1,2}|комментари\w{1,2}:? \(?\d{1,5}\)?"
    r"|обсуждени\w{1,2}:? \(?\d{1,5}\)?"
    r"|\d{1,5} (?:thoughts|responses|replies) (?:on|to) .{1,200}"
    r"|filed under:? .{1,300}|(?:©|\(c\)|copyright|авторские права) .{1,200}"
    r"|about the authors?\s?[:.–—-].{0,600}|об авторе\s?[:.–—-].{0,600}"
)
_BOX_PATTERN = re.compile(
    r"(?:tags?|(?:related )?topics|keywords|теги|метки|ключевые слова)\s?: .{1,300}"
    r"|(?:more|other) (?:stories|articles|news) (?:from|by|on|about|in) .{1,60}|more (?:from|by) .{1,60}"
    r"|(?:latest|popular|recent) (?:in"
    r"|from) .{1,40}"
)
_RULE = re.compile(r"[-–—=_*~•·#+]{3,500}|(?:[-–—=_*~•·#+] ){2,60}[-–—=_*~•·#+]")
_PASSING_PATTERN = re.compile(
    r"\d[\d .,]{0,9} (?:shares?|views?|likes?|reads|просмотр\w{0,3})|advertise?ment\b.{0,40}|(?:views?|shares?"
    r"|просмотр\w{0,3})\s?: ?\d[\d .,]{0,9}"
    r"|(?:reading time\s?:? ?|время чтения\s?:? ?)?\d{1,3}[ -](?:min|mins|minutes?)(?:[ -](?:of )?read(?:ing)?)?"
    r"|(?:время чтения\s?:? ?|чтение\s?:? ?)?\d{1,3} мин\w{0,4}(?: чтения| на чтение)?"
    r"|(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago"
    r"|(?:related(?: story| article| stories)?|read also|read next|also read|see also|read more|read|watch"
    r"|don't miss|up next"
    r"|more on this(?: story| topic)?|читайте также|читайте ещё|читайте еще|смотрите также|по теме|см\. также"
    r"|подробнее)\s?[:–—-]\s.{1,200}"
    r"|(?:sponsored|promoted|partner content|реклама)\s?: .{1,200}|click to (?:share|print|e-?mail|tweet)\b.{0,80}"
    r"|(?:register|registration|sign up|apply|book|reserve|enrol|rsvp|регистрация|зарегистрироваться|записаться)\b"
    r"[^.:]{0,60} \(https?://\S+\)"
    r"|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d|pdf,? ?\(?\d{1,4}(?:[.,]\d{1,2})? ?[km]b\)?"
    r"|listen(?: to (?:this|the) (?:article|story|page|report))? ?[·•|(–—-] ?\d{1,3}(?::\d\d)? ?(?:min|minutes?)?\)?"
    r"|(?:this|the) (?:article|story|report|page) was (?:amended|corrected) (?:on|at|after) .{1,300}"
    r"|an earlier version of this (?:article|story|report|page) .{1,300}|correct(?:ion|ed)\s?: an earlier .{1,300}"
    r"|rate this .{1,80}|.{0,40}\bvisitor no\.? \d{1,9}"
    r"|this page was last (?:edited|modified|updated|changed)\b.{0,200}"
    r"|(?:is|was) this (?:page|article|information|answer) (?:useful|helpful|of help)\W{0,3}(?: yes no)?"
    r"|(?:#[\w-]{1,40}\s?){1,20}|\{\{.{1,200}\}\}|\{%.{1,200}%\}"
    r"|posted in .{1,120}|our standards\s?: .{1,120}|best viewed (?:at|in|with|on) .{1,60}"
    r"|page \d{1,3} of \d{1,3}|(?:\d{1,3} ){2,20}(?:next|older|»|далее)?"
    r"|(?:share|send) (?:this |it )?(?:article |story |post |page )?(?:on|via|by|with) .{1,60}"
    r"|поделиться (?:в|во|на|через) .{1,60}|отправить (?:по|в|на) .{1,60}|follow us (?:on|at|in) .{1,80}"
    r"|(?:home|главная)(?:\s{1,3}(?:>|»|›|/|\||→)\s{1,3}.{1,60}){1,5}|(?:photo|image) \d{1,2} of \d{1,2}"
)
# Sentences that speak to the visitor of the page and not about the subject of the article.
_SPOKEN_TO_VISITOR = re.compile(
    r"\b(?:we|(?:this|our) (?:web ?)?(?:site|page)|our partners)(?: and our partners)? (?:use|uses"
    r"|store)s? (?:\w{1,15} ){0,3}cookies\b"
    r"|\bby (?:continuing|clicking|using|browsing|closing)\b.{0,120}\b(?:you|our)\b.{0,60}\b(?:agree|accept"
    r"|consent|cookies|policy|terms)"
    r"|\b(?:accept|manage|reject) (?:all |your )?cookies?\b|\bcookie (?:policy|settings|preferences|notice)\b"
    r"|\b(?:sign up|subscribe)(?: now| here| today| free| for free)? (?:to|for|and) .{0,60}"
    r"\b(?:newsletters?|mailing list|updates|briefing|alerts|channel|bulletin|digest|inbox|e-?mail)\b"
    r"|\b(?:to|in) your (?:e-?mail )?inbox\b|\benter your e-?mail\b|\bnever miss (?:a|an|our)\b"
    r"|\byou (?:receive|are receiving|received) this (?:letter|e-?mail|message|newsletter|bulletin)\b"
    r"|^to unsubscribe\b|\breply to this (?:address|e-?mail)\b"
    r"|\bunsubscribe at any time\b|\bwe may earn an? (?:affiliate )?commission\b|\baffiliate links?\b"
    r"|\bjoin (?:our|the) (?:mailing list|newsletter|community|telegram|channel)\b|\bwe (?:will never|do not"
    r"|won't) (?:share|sell|spam)\b"
    r"|\b(?:like|enjoyed?|liked) (?:this|what you(?:'re| are)?) (?:article|story|read|reading)\b|\bfollow us on\b"
    r"|\bshare your (?:thoughts|views)\b"
    r"|\byou must be (?:logged|signed) in\b|\b(?:log|sign) in to (?:post|leave|comment|reply|join)\b"
    r"|\byour e-?mail address will not be\b|\brequired fields are\b|\bbe the first to (?:comment|reply|know)\b"
    r"|\bsave my name,? e-?mail\b|\bcomments? (?:are|is) (?:closed|moderated|now closed)\b"
    r"|\bsupport (?:our|independent) (?:journalism|work|reporting)\b|\bbecome a (?:member|supporter|subscriber)\b"
    r"|\bdonate (?:now|today)\b"
    r"|\b(?:article|story) continues (?:below|after)\b|\bscroll (?:down )?to continue\b|\badvertise with us\b"
    r"|\ball rights reserved\b|\breproduction\b.{0,80}\b(?:prohibited|permission)\b|\bread our (?:privacy|cookie)\b"
    r"|\bthis (?:site|website) is protected by\b|\b(?:enable|turn on) javascript\b|\bclick here to\b"
    r"|\bиспользу\w{2,4} (?:файлы )?(?:cookies?|куки)|\bфайлы cookie|\bпродолжая (?:использовать|пользоваться"
    r"|просмотр)\b"
    r"|\bподпи(?:шитесь|сывайтесь|саться) на (?:наш\w{0,3}|нас|рассылку|канал|новости|обновления|telegram|телеграм)"
    r"|\b(?:введите|укажите|оставьте) (?:свой |ваш |свою |вашу )?(?:e-?mail|адрес|почту|электронн)|\bна вашу почту\b"
    r"|\bчитайте нас (?:в|на)\b|\bследите за (?:нами|нашими|новостями)\b|\bприсоединяйтесь к нам\b"
    r"|\bваш (?:адрес )?(?:e-?mail|электронной почты)?.{0,20}не будет опубликован|\bобязательные поля\b"
    r"|\bчтобы (?:оставить комментарий|комментировать)\b|\bкомментарии (?:закрыты|отключены)\b"
    r"|\bподдержите (?:нас|редакцию|наш)\b"
    r"|\bнашли (?:ошибку|опечатку)\b|\bпри (?:использовании|копировании|перепечатке) материалов\b"
    r"|\bвсе права защищены\b"
    r"|\bподелитесь (?:этой |статьёй|статьей|с друзьями|в )|\bпонравилась (?:статья|публикация)\b"
)
_BOX_HEADING = re.compile(
    r"\b(?:newsletter|informed|inbox|cookies?|privacy|subscribe|mailing list|your e-?mail|our updates"
    r"|рассылк\w{1,3}|cookie|подпис\w{2,6})\b"
)
_INVITATION = re.compile(r"(?:sign up|subscribe|подпишитесь|подписывайтесь|подписаться)\b")
_KNOWN = END | BOX | PASSING
_GLUED = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁ]{2})(?=[A-ZА-ЯЁ])|(?<=[A-ZА-ЯЁ]{3})(?=[A-ZА-ЯЁ][a-zа-яё])")
_LONGEST_PHRASE = 5
_MOST_WORDS = 15
_LONGEST_SPOKEN = 45
_LONGEST_BOX_HEADING = 7


@lru_cache(maxsize=20_000)
def furniture(text: str) -> Furniture | None:
    """Say what a line is to an article: its "end", a "box" within or below it, "passing", or its text (None).

    Several buttons that a reader has joined into one line count as well ("Continue Reading Comments").
    """
    plain = _plain(text)
    if len(plain) > 700:
        return None
    if is_rule(text):
        return "passing"
    if _END_PATTERN.fullmatch(plain):
        return "end"
    if _BOX_PATTERN.fullmatch(plain):
        return "box"
    if _PASSING_PATTERN.fullmatch(plain) or _speaks_to_visitor(plain):
        return "passing"
    found = _phrases(plain)
    if not found:
        return "passing" if any(_is_known(part) for part in glued(text)[:_MOST_WORDS]) else None
    if any(phrase in END for phrase in found):
        return "end"
    return "box" if any(phrase in BOX for phrase in found) else "passing"


def glued(text: str) -> list[str]:
    """The buttons and links that a copied page has run together ("SharePrintSave"); the whole line where it is text."""
    parts = [part.strip() for part in _GLUED.split(text)]
    return [text] if len(parts) > 1 and text.rstrip().endswith((".", "!", "?")) else parts


def _is_known(part: str) -> bool:
    return len(part) > 2 and bool(_phrases(_plain(part)))


def is_rule(text: str) -> bool:
    """A line of dashes, stars or the like, drawn across the page."""
    return _RULE.fullmatch(text.strip()) is not None


def opens_remarks(text: str) -> bool:
    """A line under which the readers of the page speak."""
    return furniture(text) == "end" and any(word in _plain(text) for word in REMARKS_OF_READERS)


def opens_other_articles(text: str) -> bool:
    """A line under which the page shows the beginnings of other articles."""
    return furniture(text) in ("box", "passing") and _plain(text).startswith(OTHER_ARTICLES)


def is_box_heading(text: str) -> bool:
    """A short line such as "Our weekly newsletter"; it counts only right above a line of furniture."""
    plain = _plain(text)
    return len(plain.split()) <= _LONGEST_BOX_HEADING and bool(_BOX_HEADING.search(plain))


def is_invitation(text: str) -> bool:
    """A short line that asks to subscribe; it counts only above one short sentence."""
    plain = _plain(text)
    return len(plain.split()) <= _LONGEST_BOX_HEADING and bool(_INVITATION.match(plain))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _speaks_to_visitor(plain: str) -> bool:
    return len(plain.split()) <= _LONGEST_SPOKEN and bool(_SPOKEN_TO_VISITOR.search(plain))


def _phrases(plain: str) -> list[str]:
    """Cut a line wholly into known phrases, longest first; an empty list where something else is in it."""
    words = [
        word
        for word in (part.strip("«»<>→|•·:…!?.,()[]+-–—") for part in plain.replace("e-mail", "email").split(" "))
        if word
    ]
    if len(words) > _MOST_WORDS:
        return []
    found: list[str] = []
    while words:
        length = next((n for n in range(_LONGEST_PHRASE, 0, -1) if " ".join(words[:n]) in _KNOWN), 0)
        if not length:
            return []
        found.append(" ".join(words[:length]))
        words = words[length:]
    return found
