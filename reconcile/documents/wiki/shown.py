"""What a page shows of its templates and links: nodes become runs of text with their markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from reconcile.documents.blocks.runs import Run, Style, clean, live_url
from reconcile.documents.wiki.nodes import Link, Node, Nodes, Note, Template, Text, named_parts, newline
from sources.markup import unescaped
from sources.text import fold, letters_of

Shown = Run | Template | Note
# The run of a line's end; that of a break within a line is one newline.
END = "\n\n"
# Templates that show their second part: the first is a language, a width, a sort key.
_SHOW_SECOND = frozenset("foreignlanguage|fsinterlinked|hidden|lang|langue|sort|transl|transliteration".split("|"))
# Templates of identifiers, and what stands before these.
_IDENTIFIERS: Mapping[str, str] = {
    "arxiv": "arXiv:", "citedoi": "doi:", "doi": "doi:", "hdl": "hdl:", "isbn": "ISBN ", "issn": "ISSN ",
    "oclc": "OCLC ", "pmc": "PMC ", "pmid": "PMID ",
}  # fmt: skip
# Templates that stand for a sign.
_SIGNS: Mapping[str, str] = {
    "!": "|", "·": "·", "=": "=", "'": "'", "'s": "'s", "bull": "•", "dot": "·", "endash": "–", "emdash": "—",
    "mdash": "—", "nbsp": " ", "ndash": "–", "snd": " – ", "spacedndash": " – ", "spnd": " – ",
}  # fmt: skip
# Templates that show nothing of what they are given: short references to a list below, marks of missing sources,
# sort keys, badges of libraries.
_SILENT = frozenset(
    "anchor|authoritycontrol|citationneeded|clear|cn|deadlink|defaultsort|fact|harv|harvnb|harvp|hs|normdaten|r"
    "|rp|sfn|sfnm|sfnp|shortdescription|shortcut|sortname|toc|wayback|webarchive|when|who|要出典|リンク切れ".split("|")
)
# Templates that are a note with what they are given; `{{#tag:ref|…}}` is the last.
_NOTES = frozenset("efn|efnla|efnlr|efnlg|efnua|efnur|efnug|notetag|refn|tagref".split("|"))
# Pages of pictures and of categories, by what their names begin with in the larger Wikipedias.
_BESIDE = frozenset(
    map(
        fold,
        "archivo arquivo bestand berkas bild category datei dosya elokuva fail fichier ficheiro file fil fitxer"
        " gambar image imagem immagine kategorie kategori kategoria catégorie categoria categoría categorie kép media"
        " patikslinimas plik slika soubor súbor tập tiedosto файл изображение зображення категория категорія"
        " ファイル 画像 文件 檔案 图像 分类 分類 파일 그림 분류 پرونده رده ملف تصنيف קובץ קטגוריה".split(),
    )
)
_SCHEMES = frozenset({"arxiv", "doi", "hdl", "pmid"})
_ADDRESS = re.compile(r"\[((?:https?:|ftp:)?//[^\s\[\]<>]{1,2000}+)[ \t]*([^\[\]]{0,1000})\]")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,14})\b[^<>]{0,1000}>")
_TAGS: Mapping[str, str] = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("cite", "dfn", "em", "i"), "emphasis"),
}
_QUOTES = re.compile(r"'{2,}")
_PIECE = re.compile(rf"{_QUOTES.pattern}|{_TAG.pattern}|{_ADDRESS.pattern}")
_BEHIND_NAME = re.compile(r"\s?[(（][^()（）]{1,60}[)）]\Z")  # `[[Wool (film)|]]` shows `Wool`
_LIST = re.compile(r"[*#:]")


def key_of_template(name: str) -> str:
    """Return the name of a template as names are compared; nothing of a magic word with a value, `DEFAULTSORT:Bee`."""
    head, colon, _ = name.partition(":")
    if name in _SIGNS:
        return name
    return "defaultsort" if colon and head.isupper() else letters_of(name.replace("_", " "))


class Shower:
    """The markup that is open on a line of the page, as its nodes are turned into runs one after the other.

    Templates that `is_kept` says by their keys are given as they are, and so are notes.
    """

    def __init__(self, is_kept: Callable[[str], bool] = lambda _: False) -> None:
        self.is_kept = is_kept
        self.on: dict[str, bool] = {}

    def runs(self, nodes: Sequence[Node], around: tuple[Style, ...] = ()) -> Iterator[Shown]:
        """Yield what a page shows of nodes; the end of a line ends the markup that is open."""
        for node in nodes:
            match node:
                case Text() if newline(node):
                    self.on.clear()
                    yield Run(END, node.line)
                case Text():
                    yield from self._text(node, around)
                case Link():
                    yield from self._link(node, around)
                case Template() if is_note(node):
                    yield note_of(node)
                case Template() if not self.is_kept(key_of_template(node.name)):
                    yield from self._template(node, around)
                case _:
                    yield node

    def _text(self, node: Text, around: tuple[Style, ...]) -> Iterator[Run]:
        at = 0
        for found in _PIECE.finditer(node.text):
            yield self._run(node.text[at : found.start()], node.line, around)
            at = found.end()
            if found[0].startswith("''"):
                yield self._run(self._toggled(len(found[0])), node.line, around)
            elif found[0].startswith("<"):
                if found[2].lower() == "br":
                    yield Run("\n", node.line)
                elif kind := _TAGS.get(found[2].lower()):
                    self.on[kind] = not found[1]
            else:
                link = Style("link", live_url(found[3]))
                yield from self._text(Text(found[4] or "", node.line), (*around, link))
        yield self._run(node.text[at:], node.line, around)

    def _toggled(self, quotes: int) -> str:
        """Turn the markup on or off that so many quotes stand for; return those that are quotes."""
        if quotes >= 3:
            self.on["strong"] = not self.on.get("strong")
        if quotes == 2 or quotes >= 5:
            self.on["emphasis"] = not self.on.get("emphasis")
        return "'" * (1 if quotes == 4 else max(0, quotes - 5))

    def _run(self, text: str, line: int, around: tuple[Style, ...]) -> Run:
        own = tuple(Style(kind) for kind, on in self.on.items() if on)
        return Run(unescaped(text).replace("\n", " "), line, (*around, *own))

    def _link(self, link: Link, around: tuple[Style, ...]) -> Iterator[Shown]:
        space, colon, rest = link.target.partition(":")
        if colon and fold(space) in _BESIDE:
            return
        if colon and fold(space) in _SCHEMES:
            yield Run(f"{fold(space)}:{rest}", link.line, around)
        elif len(link.parts) > 1 and (shown := list(self.runs(link.parts[-1], around))):
            yield from shown
        elif len(link.parts) > 1:
            yield self._run(_BEHIND_NAME.sub("", link.target), link.line, around)
        else:
            yield from self.runs(link.parts[0], around)

    def _template(self, template: Template, around: tuple[Style, ...]) -> Iterator[Shown]:
        key = key_of_template(template.name)
        if key in _SIGNS:
            yield Run(_SIGNS[key], template.line, around)
            return
        yield Run(_IDENTIFIERS.get(key, ""), template.line, around)
        part = shown_part(template)
        yield from self.runs(part, around)
        yield from kept_within([other for other in template.parts if other is not part], self.is_kept)


def kept_within(parts: Iterable[Nodes], is_kept: Callable[[str], bool]) -> Iterator[Template | Note]:
    """Yield the notes, and the templates that `is_kept` says by their keys, within parts that a page does not show."""
    for node in chain.from_iterable(parts):
        match node:
            case Note():
                yield node
            case Template() if is_note(node):
                yield note_of(node)
            case Template() if is_kept(key_of_template(node.name)):
                yield node
            case Template() | Link():
                yield from kept_within(node.parts, is_kept)


def is_note(template: Template) -> bool:
    """Say whether a template stands for a note: `{{efn|See the wool.}}`."""
    return key_of_template(template.name) in _NOTES


def note_of(template: Template) -> Note:
    """Return the note for which a template stands."""
    places, names = named_parts(template)
    return Note(names.get("1") or next(iter(places), ()))


def shown_part(template: Template) -> Nodes:
    """Return the nodes that a template shows: those of a list that it lays out, else those of the first part."""
    key = key_of_template(template.name)
    if key in _SILENT:
        return ()
    places, _ = named_parts(template)
    laid_out = next((part for part in places if _begins_items(part)), ())
    return laid_out or next(iter(places[key in _SHOW_SECOND :]), ())


def _begins_items(part: Nodes) -> bool:
    return any(newline(before) and isinstance(node, Text) and _LIST.match(node.text) for before, node in pairwise(part))


def text_of(nodes: Sequence[Node]) -> str:
    """Return the text that a page shows of nodes, on one line.

    >>> from reconcile.documents.wiki.nodes import nodes_of
    >>> text_of(nodes_of("''On'' [[Wool (material)|wool]] {{lang|en|and felt}}"))
    'On wool and felt'
    """
    return " ".join(clean("".join(run.text for run in Shower().runs(nodes) if isinstance(run, Run))).split())
