"""What stands before the names of those with whom a work was written, where its list leaves the owner out: tables only.

All in small letters, parted by `|`.
"""

from __future__ import annotations

from reconcile.lexicon.alternation import factored

# The words by themselves. `MIT Press` has none of them, nor has an initial.
WITH = r"(?!(?-i:[A-Z]{2}|[SZ]\b))(?:with|[wm]/|mit|avec|con|com|met|med|ze?|s|współaut(?:or(?:k[ai]|zy)?|\.):?)"
# Those of them that stand within a list of names and seldom in a title.
COMMON = "with|[wm]/|mit|con|avec"
# And at more length: how it was done, and one of these words.
PHRASES = (
    "together with|joint with|jointly with|joint work with|work with|work written with|co-authored with"
    "|coauthored with|co-written with|cowritten with|written with|written together with|in collaboration with"
    "|in cooperation with|in co-operation with"
    "|gemeinsam mit|gem. mit|zusammen mit|zus. mit|in zusammenarbeit mit|in kooperation mit"
    "|en collaboration avec|conjointement avec|ensemble avec"
    "|insieme con|insieme a|assieme a|in collaborazione con|in coautoria con"
    "|en colaboración con|en coautoría con|junto con|conjuntamente con"
    "|em coautoria com|em co-autoria com|em colaboração com|em parceria com|junto com|juntamente com"
    "|conjuntamente com|amb la col·laboració de|juntament amb"
    "|samen met|in samenwerking met|tillsammans med|tills. med|tills. m.|i samarbete med|sammen med|i samarbejde med"
    "|i samarbeid med|wraz z|wraz ze|razem z|razem ze|wspólnie z|wspólnie ze|we współpracy z|spolu s|spolu se"
    "|společně s|společně se|ve spolupráci s|zajedno s|skupaj z|skupaj s|împreună cu|în colaborare cu"
    "|совместно с|вместе с|в соавторстве с|спільно з|разом з|у співавторстві з"
)
AT_LENGTH = factored(PHRASES.replace(".", r"\."))
