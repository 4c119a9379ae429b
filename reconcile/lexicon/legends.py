"""What the marks behind authors' names mean, as a legend says it: tables only, in small letters, parted by `|`."""

from __future__ import annotations

# Who did as much as another, and to whom one writes, in other languages than English.
OF_AUTHORS = (
    r"공동\s?(?:제?\s?1\s?|교신\s?|주)?저자|제?\s?1\s?저자|교신\s?저자|동등\s?기여|共同第一作者|共同一作|同等贡献|同等貢獻|通讯作者|通訊作者"
    r"|共同筆頭著者|同等貢献|責任著者|筆頭著者"
    r"|gleichberechtigte|geteilte (?:erst|letzt)autor|gleicher beitrag|korrespondenzautor|korrespondierende[rn]? autor"
    r"|contributions? égales?|co-premiers? auteurs?|auteurs? correspondants?"
    r"|(?:igual|misma) contribución|contribución (?:igual|equitativa)"
    r"|autor(?:a|es)? (?:de correspondencia|correspondiente)"
    r"|contribuição (?:igual|equivalente)|autor(?:a|es)? correspondente"
    r"|pari contributo|contributo (?:paritario|uguale)|autor[ei] corrispondent[ei]"
    r"|gelijke bijdrage|corresponderend auteur|lika bidrag|delat förstaförfattarskap|likt bidrag"
    r"|równy wkład|autor korespondencyjny|rovnocenný přínos|korespondující autor|eşit katkı|sorumlu yazar"
    r"|равный вклад|автор,? ответственный за переписку|автор для переписки|рівний внесок"
    r"|kontribusi setara|penulis korespondensi|penulis (?:pertama|koresponden)"
    r"|tác giả (?:liên hệ|chính)|đóng góp ngang nhau"
)
