"""Words of headings that name no topic by themselves, and the headings of papers. All are folded."""

from __future__ import annotations

# Headings over what a paper cites; in a CV over the people who speak for its owner. Folded.
CITING = frozenset(
    "reference|references|reference list|list of references|literature|literature cited|cited literature|literatur"
    "|literaturverzeichnis|referenzen|referencias|referencias bibliograficas|riferimenti bibliografici"
    "|references bibliographiques|参考文献".split("|")
)

# Headings that papers have and CVs do not. Folded.
OF_PAPERS = frozenset(
    "abstract|introduction|related work|background and related work|method|methods|methodology|experiments"
    "|experimental setup|results|results and discussion|discussion|conclusion|conclusions|conclusion and future work"
    "|limitations|zusammenfassung|einleitung|fazit|conclusions and future work|introduccion|conclusiones".split("|")
)

# Words that may stand beside those above in a heading that is no heading by markup.
FILLERS = frozenset(
    "d extension"
    " a all also and at by complete current for from full further international in key latest list main major my"
    " original national non of on or other others our past peer present recent refereed related research reviewed"
    " scientific scholarly academic professional selected since some status the to top under with years year date i ii"
    " iii iv v completos publicados em no na nos do da dos das periodicos anais eventos trabalhos andamento concluidas"
    " academica ou edicoes organizados tecnica sem registro not doctoral aceitos aprovados congressos para"
    " pubblicati riviste volume dans revues comite lecture ouvrages colloques czasopismach naukowych w pracach"
    " zbiorowych wykaz opublikowanych monografiach redakcjach krajowych"
    " lub albo oraz miedzynarodowych konferencjach artystycznych"
    " και σε με τα το η οι των του επιστημονικα επιστημονικεσ περιοδικα κριτεσ διεθνη ελληνικα συνεδρια τομοι"
    " συλλογικουσ τομουσ συνεδριων πρακτικα κεφαλαια λημματα"
    " com revisao por pares arbitragem atas resumos policy etc contributions collectifs melanges notes commentaires"
    " jurisprudence eser yayimlanan pa"
    " sans wetenschappelijke boeken artikelen och og vetenskapliga"
    " uluslararasi ulusal hakemli dergilerde yayinlanan bilimsel toplantilarda sunulan ve bildiri kitabinda"
    " kitaplarinda basilan yazilan veya kitaplardaki diger"
    " vi vii law most closely significant proposed relevant important best notable influential representative"
    " three four five six seven eight nine ten twelve fifteen twenty as last corresponding"
    " wichtigste wichtigsten bedeutendste bedeutendsten relevanteste relevantesten funf zehn zwanzig"
    " mas mais plus piu relevantes relevants importantes importants destacadas significatives significative rilevanti"
    " importanti principais cinco cinq cinque diez dez dix dieci belangrijkste meest relevante vijf tien"
    " viktigaste viktigste vigtigste vaesentligste udvalgte utvalda utvalgte fem tio keskeiset tarkeimmat najwazniejsze"
    " und der die von weitere ausgewahlte wissenschaftliche liste de la le les des et y e en du del"
    " seleccionadas principales recientes selection choisies selezionate lista total number index citations"
    " conference journal workshop proceedings articles papers invited technical extended first author co authored"
    " referierte begutachtete internationales internationale nationales revistas congresos english chinese"
    " honors awards grants service talks teaching experience education publications patents theses thesis works"
    " علمی پژوهشی ترویجی فارسی انگلیسی داخلی خارجی منتشر شده چاپ کامل در و های ها مجلات ـ همایش ملی بین المللی فهرست"
    " علمية محكمة عربية انجليزية في المجلات العلمية قائمة".split()
)
