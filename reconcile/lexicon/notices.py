"""What a notice on a publication is called: tables only, in small letters."""

from __future__ import annotations

# It corrects the publication or adds to it; each in one number.
CORRECTING = "erratum|errata|corrigendum|corrigenda|correction|corrections|addendum|addenda"
# It takes the publication back, or says that it is doubted.
DOUBTING = (
    r"retraction(?: not(?:ic)?e)?|withdrawal|expression of concern|publisher['’ ]?s note"
    r"|(?:notice|statement) of (?:concern|removal|retraction|violation|withdrawal)"
)
# It answers the publication, where a "to" follows.
ANSWERING = "reply|replies|response|rejoinder"
# How the names of those begin that have the venue and the people of the publication.
STEMS = tuple("errat corrigend correction retraction addend".split())
