"""What is said where a list of people is cut short, in the languages of documents and sources: one table.

Its rows are plain. In a text another full stop may follow one, and a blank may lack behind a stop.
"""

from __future__ import annotations

import re

# A form with a stop is one in small letters only, since capitals are initials: `Khan, U. A.`
ET_AL = (
    "et al|et alii|et alia|et coll|u. a.|und andere|y otros|y col.|y cols|e outros|e col.|e cols|e altri|e. a."
    "|en anderen|m. fl.|og andre|ym.|dkk|vd.|ve ark|ve diğerleri|ir kt|ja muut"
    "|i in.|i wsp.|i sur.|a kol.|in sod.|și colab|şi colab|si colab"
    "|és mtsa|és mtsai|és munkatársai|és társai|dan lain-lain|dan kawan-kawan|και συν.|и др|та ін"
).split("|")


def _pattern(form: str) -> str:
    body = re.escape(form).replace(r"\.\ ", r"\.\s?").replace(r"et\ al", r"et\.?\s?al")
    return body if "." in form else f"(?i:{body})"


# In Korea how many more there are is said: `외 2인`.
_COUNTED = r"외\s?\d{1,3}\s?[인명]"
# A form within a text. BibTeX's own, `and others`, is not among them.
WITHIN = rf"(?<!\w)(?:{'|'.join(map(_pattern, ET_AL))}|{_COUNTED})(?!\w)\.{{0,2}}"
# One that ends a list of people, with what stands before it.
AT_END = re.compile(rf"(?<![\s,])[\s,]++(?:(?i:and)\s+)?{WITHIN}\s*\Z")
_ALONE = re.compile(rf"{WITHIN}|(?i:(?:and )?others)|…|\.\.\.")


def is_et_al(text: str) -> bool:
    """Say whether a text between two delimiters of a list of people says that there are more.

    >>> is_et_al("et al."), is_et_al("and others"), is_et_al("u. a."), is_et_al("U. A.")
    (True, True, True, False)
    """
    return _ALONE.fullmatch(text) is not None
