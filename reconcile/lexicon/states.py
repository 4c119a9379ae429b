"""How a work stands that has not come out yet, as lists say it in the languages of the documents: tables only.

All in small letters, parted by `|`. A new form is a new row; whoever reads states reads `FORMS` and `SIGNS`, or says
why a kind of them is left out.
"""

from __future__ import annotations

from reconcile.lexicon.alternation import factored

# It was taken and waits: also what its publisher calls the last version.
ACCEPTED = (
    "accepted for publication|accepted|camera-ready|camera ready"
    "|zur veröffentlichung angenommen|angenommen|akzeptiert|accepté|acceptée|aceptado|aceptada|aceito"
    "|accettato|accettata|geaccepteerd|antagen|antaget|accepteret|akseptert|hyväksytty|przyjęte do druku"
    "|przyjęty do druku|złożone do druku|přijato k tisku|přijato|prihvaćeno|elfogadva|közlésre elfogadva"
    "|принято к печати|принята к печати|прийнято до друку|прийнята до друку"
)
# It is printed, or is announced to be.
IN_PRINT = (
    "in press|to appear|forthcoming|im druck|in druck|im erscheinen|erscheint demnächst"
    "|erscheint in kürze|sous presse|à paraître|en prensa|de próxima aparición|no prelo|em publicação"
    "|in corso di stampa|in corso di pubblicazione|in pubblicazione|in stampa|in uscita|in c. d. s|in c.d.s"
    "|in druk|ter perse|te verschijnen|w druku|v tisku|v tlači|u tisku|i tryck|under tryckning|under utgivning"
    "|i trykken|i trykk|under udgivelse|under utgivelse|tulossa|painossa|nyomdában|megjelenés alatt|sajtó alatt"
    "|în curs de apariție|baskıda|yayımlanacak|υπό έκδοση|υπό δημοσίευση|в печати|у друці"
    "|زیر چاپ|در دست چاپ|قيد النشر|قيد الطبع|תחת הדפסה|בדפוס"
)
# It lies with those who judge it.
SUBMITTED = (
    "submitted for publication|submitted|in submission|under submission|under review|eingereicht|zur begutachtung"
    "|in begutachtung|soumis|soumise|en cours d’évaluation|enviado|submetido|inviato|sottomesso|in revisione|ingediend"
    "|inskickad för publicering|inskickat för publicering|inskickad|inskickat|inskickats|insänt för publicering|insänt"
    "|indsendt|innsendt|lähetetty|w recenzji|złożono do druku|подано до друку"
)
# Its authors work on it.
IN_WORK = (
    "in preparation|in revision|under revision|major revision|minor revision|in vorbereitung|in arbeit|en préparation"
    "|en preparación|em preparação|in preparazione|in voorbereiding|under arbete|under udarbejdelse|under arbeid"
    "|valmisteilla|w przygotowaniu|v přípravě|u pripremi|в підготовці|готовится к печати"
)
_ALL = f"{ACCEPTED}|{IN_PRINT}|{SUBMITTED}|{IN_WORK}"
FORMS = factored(_ALL.replace(".", r"\."))  # of all of these, as a pattern
# In Chinese, Japanese and Korean, whose signs have no blank around them.
SIGNS = (
    "已接收|录用|接收|待发表|待刊|即将出版|已投稿|印刷中|採録|掲載予定|出版予定|投稿中|査読中"
    "|게재 예정|인쇄 중|출판 예정"
)
# How a text goes on where the work came out or was shown elsewhere, too: `also presented at`, `an earlier version in`.
ALSO_AT = (
    r"(?:and )?(?:also|previously|earlier|originally|first)(?: (?:an?|as|accepted|appear(?:s|ed|ing)?|available|oral"
    r"|paper|poster|preliminary|presented|published|short|talk|to|version)){0,5} (?:at|by|in|on|to)\b"
)
# The word behind a state before the venue in which the work will come out: `à paraître dans`, `w druku w`.
BEFORE_VENUE = "in|bei|dans|en|em|nel|nella|w|v|u|i|в|у"
_WHOLE = frozenset(f"{_ALL}|{SIGNS}".split("|"))
NOT_YET = _WHOLE - frozenset(ACCEPTED.split("|"))  # of these, what is no more true of a work that has come out
_OPENED = {")": "(", "]": "["}


def is_state(text: str) -> bool:
    """Say whether a text is a state and nothing else."""
    return text.strip(" .()[]").casefold() in _WHOLE


def without_state(name: str) -> str:
    """Return the name of a work or of a venue without the state in brackets behind it.

    >>> without_state("Wool Letters (w druku)"), without_state("Wool Letters (London)")
    ('Wool Letters', 'Wool Letters (London)')
    """
    opened = _OPENED.get(name[-1:])
    if opened is None:
        return name
    head, _, state = name.rpartition(opened)
    return head.rstrip() if head and is_state(state) else name
