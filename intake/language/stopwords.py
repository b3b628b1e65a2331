"""Small function words: they bound key terms, may be left out of abbreviations, and tell languages apart."""


def listed(words: str) -> frozenset[str]:
    """The words of a text that lists them."""
    return frozenset(words.split())


ENGLISH = listed(
    """a about above across after again against all along also although am among an and any are around as at be
    because been before being below between both but by can cannot could did do does doing down during each either
    etc even every few for from further had has have having he her here hers him his how however i if in including
    indeed into is it its itself just least less like may me might more moreover most much must my neither no nor
    not notably now of off often on once one only onto or other others our out over own per rather same shall she
    should since so some still such than that the their them then there therefore these they this those though
    through throughout thus to too toward towards two under until up upon us used using very via was we well were
    what when where whether which while who whom whose why will with within without would yet you your"""
)
RUSSIAN = listed(
    """а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее её если
    есть еще ещё же за здесь и из или им их к как ко когда который которая которое которые которых кто ли между меня
    мне может мы на над наш не него нее неё нет ни них но о об один однако он она они оно от очень по под при про
    с сам свой свои своих себя со так также такой там те тем то того тоже той только том ту ты у уже чего чем что
    чтобы эта эти этих это этого этой этом этот я является являются"""
)
FRENCH = listed(
    """au aux avec ce ces cette dans de des du elle elles en est et être il ils la le les leur leurs mais ne nous on
    ont ou où par pas plus pour qu que qui sa se ses son sont sur un une vous"""
)
SPANISH = listed(
    """al como con de del el ella ellos en es esta este fue ha han la las lo los más no o para pero por que se ser
    sin sobre son su sus también un una y ya"""
)
KAZAKH = listed(
    """ал бар барлық бен бойынша болып бұл біз да де деген егер ең және жоқ жылы кейін келеді мен мына немесе
    олар осы пен сол сондай сондықтан туралы үшін қарай"""
)

# Words that carry no topic of their own at the edge of a key term.
LIGHT = listed(
    """able according aim aimed aims all approach aspect aspects based became become becomes began call called case
    cases come comes concerning continue continued continues current currently due early effective enhanced ensure
    existing face faces find first focus focusing following follow found general generally get give given gives go
    going good great group groups high important include included includes including increase increased issue issues
    it's key known large last late later led likely long made main major make makes making many mean means member
    need needs new number old ongoing open part particular particularly people place point possible potential provide
    provided provides recent recently related relevant remain remains report said same say says second see seen
    several show shows significant small state stated states strengthen strengthening supports take taken takes
    thing things third three time today toward try use used various want way ways went wide wider work working world
    year years
    add adds another argue argues article ask asks author believe believes calls claim claims describe describes
    expect expects explain explains hold holds mention mentions name names note notes quote quotes reader readers
    speak speaks tell tells text warn warns write writes
    вопрос вопросы год года году годы данный другие другой имеет может можно много новые новый первый работа ряд
    автор пишет считает самый статья статье стать числе число"""
)

FUNCTION = ENGLISH | RUSSIAN
