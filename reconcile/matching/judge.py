"""The judgement on a string or entry: candidates from the catalogue, each seen or not, and the best against its rivals.

A cascade: first what has the very title; then, where that gives no sure answer, what has the rarest words, under a
small budget of postings; only then are more words asked for and more candidates looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reconcile.matching.places.circumstances import by_people, years_named
from reconcile.matching.places.printed import printed_in
from reconcile.matching.records.see import see, see_circumstances
from reconcile.matching.records.volumes import in_full, is_all, keys_of_proceedings, keys_of_volumes, turned
from reconcile.matching.records.weigh import Sighting
from reconcile.matching.strings.sought import Sought, seek
from reconcile.matching.strings.text import prepare
from reconcile.matching.titles.coverage import bits_held, coverage, likeness, names_team, share_of
from reconcile.matching.verdicts.doubts import (
    is_elsewhere,
    is_material_only,
    is_of_other_years,
    is_of_others,
    is_placed,
    may_be_longer,
    may_be_part,
    occasion_of,
    other_publication_of,
    stands_alone,
    stands_twice,
    veto_of,
)
from reconcile.matching.verdicts.evidence import evidence_of, unseen, vetoed
from reconcile.matching.verdicts.ranking import merged, outermost, probability_of, rank
from reconcile.mention import Candidate, Comparison, Status
from reconcile.settings import DEFAULT, STAGES, WIDEST, Settings, Stage
from reconcile.titles import NO_OTHER_WORDS, Relation, compare_titles, is_sure
from reconcile.wanted import Verdict, Wanted
from sources.catalog import Catalog, Row
from sources.catalog.terms import identifier_key, title_key
from sources.identifiers import normalize
from sources.misprinted import readings
from sources.record import Record, Scheme
from sources.text import fold

_WORDS_OF_A_TITLE = 3  # of a stretch that is looked up as a whole title, when common words have led nowhere
_LETTERS_OF_A_TITLE = 16  # of a word that is one, its spaces lost
_MOST_TITLES = 12
_MOST_CALLED_SO = 8  # records of one title
_MOST_NAMED = 3  # candidates whose people are named, that are looked at though other titles are more there
_BY_PEOPLE = 12, 10_000  # candidates by their people and year, and the postings that are read for them
# The same for a string that has room for no title: a common surname and a year are those of hundreds.
_BY_PEOPLE_ALONE, _FEW_WORDS = (400, 100_000), 12


class _Outlook(NamedTuple):
    """What was seen of records, the likeliest first, that one's share of the odds, and what speaks against it."""

    ranked: Sequence[Sighting]
    chance: float = 0.0
    reason: str = ""


class Judge:
    """Judges strings and entries by what one catalogue holds; open one in each process.

    >>> Judge(Catalog.open(Path("CATALOG"))).judge(Wanted("1", "Vaswani et al. Attention is all you need. 2017")).status
    ... # doctest: +SKIP
    <Status.MATCHED: 'matched'>
    """

    def __init__(self, catalog: Catalog, settings: Settings = DEFAULT, *, explains: bool = True) -> None:
        """Judge by a catalogue; without `explains` verdicts come without evidence, which takes a tenth of the time."""
        self._catalog = catalog
        self._settings = settings
        self._explains = explains

    def judge(self, wanted: Wanted) -> Verdict:
        """Return the verdict. Raises `CatalogError` where the catalogue is damaged, never for what a string holds.

        `matched` is one work, sure; `possible` a likely one; `not-found` says that the catalogue has none like it.
        """
        verdict = self._judge(wanted)
        if verdict.status is Status.MATCHED or not (meant := self._as_meant(wanted)):
            return verdict
        other = self._judge(meant)
        return other if other.status is Status.MATCHED else verdict

    def _as_meant(self, wanted: Wanted) -> Wanted | None:
        """Return a string with its spoilt DOI as it may be meant, where a record has that one; None for no such."""
        if wanted.claim or "/" not in wanted.text:
            return None
        for written, meant in readings(wanted.text):
            as_it_stands, as_meant = normalize(Scheme.DOI, written), normalize(Scheme.DOI, meant)
            if as_it_stands and self._catalog.find([identifier_key(as_it_stands)]):
                return None
            if as_meant and self._catalog.find([identifier_key(as_meant)]):
                return replace(wanted, text=wanted.text.replace(written, meant, 1))
        return None

    def _judge(self, wanted: Wanted) -> Verdict:
        sought = seek(wanted)
        if not (sought.words or sought.identifiers):
            return Verdict(wanted.id, Status.SKIPPED, reason="no words to look for")
        seen: dict[int, Sighting | None] = {}
        best = self._outlook(sought, self._called_so(sought, seen))
        if self._is_found(sought, best) and not may_be_part(sought, best.ranked[0]):
            return self._verdict(wanted.id, sought, best)
        for stage in STAGES:
            best = self._outlook(sought, self._sightings(sought, stage, seen))
            if self._is_found(sought, best):
                return self._verdict(wanted.id, sought, best)
        best = self._outlook(sought, merged(best.ranked, self._circumstances(sought, seen)))
        if best.chance < self._settings.matched and (volumes := self._volumes(sought)):
            best = self._outlook(sought, volumes)
        return self._verdict(wanted.id, sought, best)

    def candidates(self, wanted: Wanted, limit: int = 10) -> tuple[Row, ...]:
        """Return the records most like a string, those first of whose titles it holds most, then by the index."""
        return tuple(row for _, _, row in self._covered(seek(wanted), WIDEST))[:limit]

    def weighed(self, wanted: Wanted, limit: int = 10) -> tuple[Candidate, ...]:
        """Return the records most like a string with all that was seen of them, the likeliest first.

        For a person who wants to know why: one whose title is not there has that as its only evidence, and a veto is
        evidence too. `judge` stops sooner, and looks at fewer.
        """
        sought = seek(wanted)
        covered = self._covered(sought, WIDEST)[:limit]
        found = {(row.source, row.key): self._candidate(sought, row, share) for share, _, row in covered}
        if all(each.probability < self._settings.matched for each in found.values()):
            for sighting in self._circumstances(sought, [number for _, number, _ in covered])[:limit]:
                evidence = Comparison(evidence_of(sought, sighting, self._settings))
                told = Candidate(sighting.record, evidence, probability_of(sighting.bits))
                found[sighting.row.source, sighting.row.key] = told
        return tuple(sorted(found.values(), key=lambda each: -each.probability))[:limit]

    def _candidate(self, sought: Sought, row: Row, share: float) -> Candidate:
        sighting = see(sought, row, self._settings, self._catalog.frequency)
        if sighting is None:
            return Candidate(row.record(), Comparison((unseen(row, share),)), 0.0)
        evidence = evidence_of(sought, sighting, self._settings)
        if reason := veto_of(sought, sighting):
            evidence = (*evidence, vetoed(sighting, reason))
        return Candidate(sighting.record, Comparison(evidence), 0.0 if reason else probability_of(sighting.bits))

    def _covered(self, sought: Sought, stage: Stage) -> list[tuple[float, int, Row]]:
        """Return the candidates of a stage with the share of their titles that the string holds, the most first."""
        hits = self._catalog.candidates(sought.words, stage.given, stage.postings)
        numbers = [hit.number for hit in hits if hit.score >= stage.least * hits[0].score]
        if stage.postings > STAGES[0].postings:
            numbers += self._catalog.find(list(map(title_key, _titles(sought))))
        named = self._catalog.find([identifier_key(each) for each in sought.identifiers]) if sought.identifiers else ()
        rows = [(number, self._catalog.row(number)) for number in dict.fromkeys([*named, *numbers])]
        settings, share = self._settings, coverage if stage is STAGES[0] else share_of
        covered = [(1.0 if number in named else share(sought, row, settings), number, row) for number, row in rows]
        covered.sort(key=lambda each: -each[0])
        if sought.entry or stage is STAGES[0] or not covered or covered[0][0] >= settings.strings.covered:
            return covered
        # Where the words of no title are there, a scan or a print may have spoilt them: the letters are asked.
        by_letters = [(likeness(sought, row.title, settings), number, row) for number, row in rows]
        return sorted(by_letters, key=lambda each: -each[0])

    def _called_so(self, sought: Sought, seen: dict[int, Sighting | None]) -> list[Sighting]:
        """Return the sightings of the records that have an entry's very title, or one between signs of a string."""
        titles, identifiers = map(title_key, _titles(sought)), map(identifier_key, sought.identifiers)
        numbers = self._catalog.find([*titles, *identifiers])
        if len(numbers) > _MOST_CALLED_SO:
            return []
        for number in numbers:
            seen[number] = see(sought, self._catalog.row(number), self._settings, self._catalog.frequency)
        return self._ranked(sought, seen)

    def _sightings(self, sought: Sought, stage: Stage, seen: dict[int, Sighting | None]) -> list[Sighting]:
        """Return what is seen of the candidates of a stage and of those before it, the likeliest first."""
        covered = self._covered(sought, stage)
        further = covered[stage.seen :] if stage is not STAGES[0] else []
        named = [each for each in further if names_team(sought, each[2])]
        for share, number, row in (*covered[: stage.seen], *named[:_MOST_NAMED]):
            if number not in seen and self._is_rival(sought, share, row, covered[0]):
                seen[number] = see(sought, row, self._settings, self._catalog.frequency)
        return self._ranked(sought, seen)

    def _ranked(self, sought: Sought, seen: Mapping[int, Sighting | None]) -> list[Sighting]:
        """Return what was seen of records, but for those that cannot be meant, the likeliest first."""
        sightings = [sighting for sighting in seen.values() if sighting and not veto_of(sought, sighting)]
        ranked = sorted(sightings, key=rank)
        return ranked if sought.entry else outermost(sought.text, ranked, self._settings)

    def _circumstances(self, sought: Sought, seen: Iterable[int]) -> list[Sighting]:
        """Return the sightings of the records that pages or people tell, the likeliest first; of those `seen`, too."""
        years, printed = years_named(sought), printed_in(sought)
        if not (years or (printed.pages and printed.volumes)):
            return []
        is_short = len(sought.words) <= _FEW_WORDS
        words = by_people(sought)
        rare = [word for word in words if 0 < self._catalog.frequency(word) <= _BY_PEOPLE[0]]
        hits = self._catalog.candidates(rare or words, *(_BY_PEOPLE_ALONE if is_short else _BY_PEOPLE))
        found_rows = map(self._catalog.row, dict.fromkeys([*seen, *[hit.number for hit in hits]]))
        # Some journals give a year to what appears first on line, and the next to the volume.
        dated = {*years, *[year - 1 for year in years]} if printed.volumes and is_short else years
        rows = [row for row in found_rows if not years or row.year in dated]
        found = [see_circumstances(sought, row, printed, self._settings, self._catalog.frequency) for row in rows]
        return sorted([sighting for sighting in found if sighting and not veto_of(sought, sighting)], key=rank)

    def _volumes(self, sought: Sought) -> list[Sighting]:
        """Return the sightings of the volumes that a string names and nothing beside them, the likeliest first."""
        rows = map(self._catalog.row, self._catalog.find(keys_of_volumes(sought)))
        seen = [see(sought, row, self._settings, self._catalog.frequency) for row in rows]
        found = [in_full(sighting) for sighting in seen if sighting and is_all(sought, sighting)]
        return sorted(found or self._proceedings(sought), key=rank)

    def _proceedings(self, sought: Sought) -> list[Sighting]:
        """Return the sightings of the proceedings that a string names by their meeting, and nothing beside them."""
        rows = map(self._catalog.row, self._catalog.find(keys_of_proceedings(sought)))
        seen = [
            see(sought._replace(text=prepare(row.title)), row, self._settings, self._catalog.frequency) for row in rows
        ]
        return [found for sighting in seen if sighting and (found := turned(sought, sighting))]

    def _is_rival(self, sought: Sought, share: float, row: Row, best: tuple[float, int, Row]) -> bool:
        """Say whether a candidate is worth a closer look beside the one of whose title the string holds most."""
        if share < self._settings.strings.covered:
            return False
        if share >= self._settings.strings.covered_beside * best[0] or names_team(sought, row):
            return True
        # A short title is all there soon, `Artificial Intelligence`, where more is there of another.
        return bits_held(share, row) >= bits_held(best[0], best[2])

    def _verdict(self, name: str, sought: Sought, outlook: _Outlook) -> Verdict:
        ranked, chance, reason = outlook
        if not ranked:
            return Verdict(name, Status.NOT_FOUND, reason="no record was found with a title like it")
        settings = self._settings
        rivals = _others(ranked, settings)
        others = [each for each in rivals if probability_of(each.bits) >= settings.shown]
        runner_up = others[0].record if others else None
        # Where it is one of several works that fit alike, nobody can say which: that is not to know of none.
        is_tied = bool(others) and self._chance(sought, ranked[:1])[0] >= settings.matched
        if chance < settings.possible and not is_tied:
            return Verdict(name, Status.NOT_FOUND, chance, runner_up=runner_up, reason=reason)
        sure = chance >= settings.matched
        best = ranked[0]
        return Verdict(
            name,
            Status.MATCHED if sure else Status.POSSIBLE,
            chance,
            best.record,
            runner_up,
            also=tuple([each.record for each in ranked[1:] if each not in rivals]),
            evidence=evidence_of(sought, best, settings) if self._explains else (),
            reason="" if sure else reason,
        )

    def _is_found(self, sought: Sought, outlook: _Outlook) -> bool:
        """Say whether there is a sure record, and no reason to look for one that fits better still.

        Of a title that lacks words of the record's there may be another record that has no more than it.
        """
        if not outlook.ranked or outlook.chance < self._settings.matched or is_elsewhere(sought, outlook.ranked[0]):
            return False
        return outlook.ranked[0].title.titles.relation is not Relation.WORDING

    def _outlook(self, sought: Sought, ranked: Sequence[Sighting]) -> _Outlook:
        return _Outlook(ranked, *self._chance(sought, ranked)) if ranked else _Outlook(ranked)

    def _chance(self, sought: Sought, ranked: Sequence[Sighting]) -> tuple[float, str]:
        """Return the best one's share of the odds among the works that fit, and what speaks against it."""
        best, settings = ranked[0], self._settings
        odds = [2.0 ** min(60.0, each.bits) for each in (best, *_others(ranked, settings))]
        chance = odds[0] / (1 + sum(odds))
        if occasion := occasion_of(sought, best):
            return min(chance, settings.doubtful), f"it names {occasion.reason}"
        if best.identified or best.printed:
            return chance, "another work fits too"
        if (
            not is_sure(best.title.titles)
            or may_be_longer(sought, best)
            or (is_of_other_years(best) and not sought.entry)
        ):
            return min(chance, settings.doubtful), "the title may be another work's"
        if is_material_only(sought, best):
            return min(chance, settings.doubtful), "it is software or data of that name"
        if is_of_others(sought, best):
            return min(chance, settings.doubtful), "other people are named"
        if other := other_publication_of(sought, best):
            return min(chance, settings.doubtful), other
        alone = not best.people.unread and stands_alone(sought, best, settings)
        if not (best.people.found or is_placed(best) or alone):
            return min(chance, settings.doubtful), "only the title agrees"
        return chance, "another work fits too" if len(odds) > 1 and odds[1] > 1 else "too little agrees"


def _titles(sought: Sought) -> list[str]:
    """Return what may be a whole title: that of an entry, or what stands between two signs of a string."""
    if sought.entry:
        return [sought.title]
    text = sought.text
    stretches = [text.written(*each) for each in text.stretches if each[1] - each[0] >= _WORDS_OF_A_TITLE]
    glued = [word for word in text.words if len(word) >= _LETTERS_OF_A_TITLE]
    return [*stretches[:_MOST_TITLES], *glued[:_MOST_TITLES]]


def _others(ranked: Sequence[Sighting], settings: Settings) -> list[Sighting]:
    """Return the sightings of other works than the best's, and of another publication of it that fits as well."""
    best = ranked[0]
    return [each for each in ranked[1:] if not same_work(best, each, settings) or stands_twice(best, each)]


def same_work(left: Sighting, right: Sighting, settings: Settings) -> bool:
    """Say whether two records that were seen describe one work."""
    return are_one_work(left.record, right.record, settings)


def are_one_work(left: Record, right: Record, settings: Settings) -> bool:
    """Say whether two records describe one work: an identifier, or the title and an author (or no author named).

    Versions of a work appear within a few years; what has a common title, `Editorial`, appears every year.
    """
    if not set(left.own_identifiers).isdisjoint(right.own_identifiers):
        return True
    titles = compare_titles(left.title, right.title)
    if titles.relation not in NO_OTHER_WORDS:
        return False
    apart = abs(left.year - right.year) if left.year and right.year else 0
    if apart > (settings.strings.version_years if titles.bits >= settings.strings.common_title else 1):
        return False
    mine, theirs = ({fold(name.family or name.literal) for name in record.author} for record in (left, right))
    return not (mine and theirs) or not mine.isdisjoint(theirs)
