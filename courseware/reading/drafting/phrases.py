"""Lines that web pages put around an article, word for word, in small letters."""


def _listed(phrases: str) -> frozenset[str]:
    return frozenset(phrase for line in phrases.split("\n") for phrase in line.strip().split("|") if phrase)


# Below these nothing of the article follows.
END = _listed(
    """
    comments|comment|no comments|leave a comment|leave a reply|click to comment|post a comment|add a comment
    view comments|show comments|join the conversation|join the discussion|cancel reply|post comment|load more comments
    reader comments|readers' comments|what do you think|have your say
    about the author|about the authors|back to top|all rights reserved|privacy policy|terms of use|terms of service
    terms and conditions|cookie policy|contact us|site map|sitemap|about us|imprint|impressum|masthead
    комментарии|комментарий|оставить комментарий|добавить комментарий|нет комментариев|обсуждение|об авторе
    об авторах|все права защищены|политика конфиденциальности|пользовательское соглашение|о нас|контакты
    """
)

# These open a list of other articles or a box of the page; the article may go on below it.
BOX = _listed(
    """
    continue reading|read more|keep reading|read next|read also|see also|related|related topics|related articles
    related posts|related stories|related news|related content|related coverage|related reading|related links|up next
    don't miss|you may like|you may also like|you might also like|more stories|more articles|more news|more from us
    from the archive|from our archive|also in this series|other releases|more in this section|more on this
    more on this story|more on this topic|further reading|most read|most popular
    most viewed|editor's picks|editors' picks|top stories|popular|popular posts|latest|latest news|latest articles
    latest posts|recent posts|trending|trending now|publications|recommended|recommended for you|recommended reading
    newsletter|our newsletter|weekly newsletter|newsletter sign-up|subscribe|subscribe now|subscribe to our newsletter
    sign up|sign up now|stay informed|stay up to date|stay in touch|join our mailing list|connect with us|follow us
    archives|archive|categories|older posts|newer posts|blogroll|previous article|next article|previous post
    next post|previous story|next story|tags|topics|keywords
    читать далее|читать дальше|читать полностью|читайте также|читайте ещё|читайте еще|смотрите также|по теме
    ещё по теме|еще по теме|материалы по теме|похожие материалы|похожие статьи|похожие новости|другие новости
    последние новости|свежие новости|новости|популярное|самое читаемое|главное за день|рекомендуем|выбор редакции
    подписаться|подпишитесь|подписка|подписка на рассылку|рассылка|рассылка новостей|наша рассылка|следите за нами
    мы в соцсетях|публикации|теги|метки|ключевые слова|подробнее
    """
)

PASSING = _listed(
    """
    unsubscribe|change your address|change your preferences|manage preferences|view in browser|отписаться
    share|share this|share this article|share on facebook|share on twitter|tweet|pin|pin it|email|print|save
    like|like this|listen|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|copy link|advertisement
    advertisements|sponsored
    sponsored content|continue reading the main story|skip advertisement|published|posted|updated|last updated|on|by
    featured|home|menu|search|next|previous|log in|sign in|register|loading|skip to content|skip to main content
    skip promotion|skip advert|skip ad|skip newsletter promotion|skip past newsletter promotion
    after newsletter promotion|ad|promoted
    share this story|share this page|print this page|listen to this article|save for later|bookmark
    download pdf|open in app|accept|accept all|accept all cookies|reject all|manage preferences|cookie settings
    your email|your email address|email address|enter your email|enter your email address|submit|close
    was this page helpful|was this article helpful|did you find this useful|report a problem|report an error
    send to a friend|email this|email this page|send by email|cite this article|download as pdf|read the original
    enlarge image|enlarge this image|view image|view larger image|show less|tap to share|share via
    listen to this story
    listen to this page|for immediate release|send to a colleague|send to a friend|rss|rss feed|print version
    printer version|printer-friendly version|printable version|previous entry|next entry|top of page|cite this page
    cite this|how to cite|download this brief|download this article|download this report|download this page
    download the pdf|forward to a friend|forward this issue to a friend|forward this email
    view this email in your browser|update your preferences|story continues below|article continues below|hide
    ok got it|a message from our sponsor
    a message from our sponsors|tell the news desk
    no thanks|not now|got it|ok|i agree|show more|show less|view gallery|enlarge|contents|table of contents
    поделиться|поделиться в соцсетях|реклама|опубликовано|обновлено|главная|меню|поиск|войти|регистрация|распечатать
    твитнуть|вконтакте|одноклассники|телеграм|печать|версия для печати|сохранить|в избранное|скопировать ссылку
    принять|принять все|согласен|понятно|закрыть|отправить|ваш email|ваша почта|введите email|введите ваш email
    на правах рекламы|слушать|содержание|наверх
    """
)

# Below these stand other people's words or other articles, which look like articles of their own.
REMARKS_OF_READERS = (
    "comment",
    "leave a reply",
    "conversation",
    "discussion",
    "have your say",
    "комментар",
    "обсужден",
)
OTHER_ARTICLES = tuple(
    _listed(
        """
        related|more stories|more articles|more news|more on|more from|you may|you might|most read|most popular
        most viewed|editor|top stories|popular|latest|recent posts|trending|read next|recommended|further reading
        up next
        по теме|похожие|читайте|другие новости|последние новости|свежие новости|популярное|самое читаемое|рекомендуем
        выбор редакции
        """
    )
)
