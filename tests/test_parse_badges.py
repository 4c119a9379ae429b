"""Where venue and year stand in brackets with something beside them, before or behind a citation."""

from __future__ import annotations

import pytest

from reconcile.mention import Track
from reconcile.parse import parse_string

NAMED = "Anna Bee, Carla Dee: Counting Gulls with Nets in Winter"


@pytest.mark.parametrize(
    ("badge", "series", "year"),
    [
        ("(ACL 2020, long paper)", "acl", 2020),
        ("[EMNLP 2020, oral]", "emnlp", 2020),
        ("(ACL 2011, short)", "acl", 2011),
        ("[NeurIPS 2019 - Spotlight]", "neurips", 2019),
        ("(ICML 2021; top 3%)", "icml", 2021),
        ("[CVPR 2022, Best Paper Award]", "cvpr", 2022),
        ("[TACL 2022, to appear]", "tacl", 2022),
        ("[IJCAI 2020 | full]", "ijcai", 2020),
        ("(ACL 2020, Kurzbeitrag)", "acl", 2020),
        ("(Proceedings of ACL 2020, article long)", "acl", 2020),
        ("[NAACL 2019 Demo, best demo]", "naacl", 2019),
    ],
)
def test_a_remark_beside_a_venue_hides_it_not(badge, series, year):
    for text in (f"{badge} {NAMED}", f"{NAMED} {badge}"):
        mention = parse_string(text)
        assert mention.claim.title == "Counting Gulls with Nets in Winter"
        assert [name.family for name in mention.claim.author] == ["Bee", "Dee"]
        assert (mention.venues[0].series, mention.claim.year) == (series, year)


def test_what_the_remark_says_of_the_volume_is_the_venues():
    (venue,) = parse_string(f"(EMNLP 2020, Findings) {NAMED}").venues
    assert venue.track is Track.FINDINGS
    (venue,) = parse_string(f"(EMNLP 2020, oral) {NAMED}").venues
    assert venue.track is Track.MAIN


def test_a_prize_alone_is_no_venue():
    claim = parse_string(f"{NAMED}. Wool Review 3 (2019). (Best paper award 2020, finalist)").claim
    assert (claim.container_title, claim.year) == ("Wool Review", 2019)


@pytest.mark.parametrize(
    ("bracket", "names", "venue"),
    [
        ("(Wise and Rich, CVPR 2016)", ["Wise", "Rich"], "CVPR 2016"),
        ("(Anna Bee, Carla Dee and Otto Fane; NeurIPS 2016, oral)", ["Bee", "Dee", "Fane"], "NeurIPS 2016"),
        ("(Bee, Dee & Fane, Findings of ACL 2021)", ["Bee", "Dee", "Fane"], "Findings of ACL 2021"),
        ("(Bee et al., ACL 2016)", ["Bee"], "ACL 2016"),
        ("(A. Bee, C. Dee, EMNLP'16)", ["Bee", "Dee"], "EMNLP'16"),
        ("(Bee und Dee, KONVENS 2018)", ["Bee", "Dee"], "KONVENS 2018"),
        ("(Bee et Dee, TALN 2018)", ["Bee", "Dee"], "TALN 2018"),
        ("[Anna Bee, Carla Dee, Machine Learning, 2016].", ["Bee", "Dee"], "Machine Learning"),
    ],
)
def test_authors_and_venue_in_brackets_behind_a_title(bracket, names, venue):
    claim = parse_string(f"Counting Gulls with Nets in Winter {bracket}").claim
    assert claim.title == "Counting Gulls with Nets in Winter"
    assert [name.family or name.literal for name in claim.author] == names
    assert claim.container_title == venue


@pytest.mark.parametrize(
    ("text", "title", "journal"),
    [
        ("Fane, J. (2015). Deep Learning. Neural Networks, 61, 85-117.", "Deep Learning", "Neural Networks"),
        ("Bee, A., & Dee, C. (2015). Wet Felt. Wool Review, 45, 5–32.", "Wet Felt", "Wool Review"),
        ("Bee, A. (2015). Causality. Machine Learning, 45, 5–32.", "Causality", "Machine Learning"),
        ("A. Bee, Deep Learning. Neural Networks, 61, 85 (2015)", "Deep Learning", "Neural Networks"),
        ("Bee, A. (2015). Data Mining. Information Sciences, 45, 5–32.", "Data Mining", "Information Sciences"),
        # no title stands before a journal's short form
        ("A. Bee and C. Dee, Macromol. Rapid Communications 61, 85 (2015)", "", "Macromol. Rapid Communications"),
        ("Bee, A. and Dee, C. Phys. Rev. Lett. 61, 85 (2015)", "", "Phys. Rev. Lett"),
    ],
)
def test_a_short_title_is_no_part_of_its_journals_name(text, title, journal):
    claim = parse_string(text).claim
    assert (claim.title, claim.container_title) == (title, journal)


@pytest.mark.parametrize(
    ("place", "container", "publisher", "kind"),
    [
        ("Morgan & Claypool, 2017.", "", "Morgan & Claypool", "book"),
        ("Morgan and Claypool, 2017.", "", "Morgan and Claypool", "book"),
        (
            "Synthesis Lectures on HLT, Morgan & Claypool, 2017.",
            "Synthesis Lectures on HLT",
            "Morgan & Claypool",
            "book",
        ),
        ("Foundations and Trends in ML, 2017.", "Foundations and Trends in ML", "", "article-journal"),
        ("Foundations and Trends in Wool, 2017.", "Foundations and Trends in Wool", "", "article-journal"),
    ],
)
def test_houses_and_series_of_short_books(place, container, publisher, kind):
    mention = parse_string(f"Anna Bee. Counting Gulls in the North of the Sea. {place}")
    claim = mention.claim
    assert (claim.container_title, claim.publisher, mention.kind) == (container, publisher, kind)
