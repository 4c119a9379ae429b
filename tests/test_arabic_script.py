"""Lists in Persian and Arabic: digits, commas and years of their own, and names without capitals."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.blocks.owner import as_person
from reconcile.extract import extract
from reconcile.extract.looks.caseless import listed_first
from reconcile.extract.placing.headings import reads_as_heading, topic_of
from reconcile.extract.words.topics import Topic
from reconcile.parse import parse
from sources.arabic_script import plain
from sources.record import Record
from tests.parse_table import Row, assert_read, name_of, rows

PLAIN = [
    ("Wool, 1400", "Wool, 1400"),
    ("پشم، ۱۴۰۰؛ صص ۴۵–۷۰", "پشم, 2021; صص 45–70"),
    ("تاریخ پشم (1398)", "تاریخ پشم (2019)"),
    # pages, a year elsewhere, and the year of a text in another language
    ("پشم و نمد، صص ۱۳۴۵–۱۳۶۰", "پشم و نمد, صص 1345–1360"),
    ("پشم در جهان، ۲۰۱۸", "پشم در جهان, 2018"),
    ("الصوف، ١٣٩٨", "الصوف, 1398"),
    ("Felt and fleece in the city of شیراز, 1398", "Felt and fleece in the city of شیراز, 1398"),
    # pages and numbers are no years, nor is what goes on with `to`
    ("پشم و نمد، صص ۱۳۴۵ تا ۱۳۶۰", "پشم و نمد, صص 1345 تا 1360"),
    ("پشم و نمد، ص ۱۳۰۵", "پشم و نمد, ص 1305"),
    ("پشم و نمد، شمارهٔ ۱۳۵۰، ۱۳۹۹", "پشم و نمد, شمارهٔ 1350, 2020"),
    ("پشم و نمد. ۱۳۰۵ ص.", "پشم و نمد. 1305 ص."),
    ("گلهٔ پشم از ۱۴۰۰ تا ۱۴۰۲", "گلهٔ پشم از 1400 تا 1402"),
    # the moon's years, by each of their marks; and no year of the sun's is to come
    ("پشم، ۱۴۱۷ق.", "پشم, 1996. "),
    ("پشم، ۱۴۱۷ق", "پشم, 1996 "),
    ("پشم (۱۴۰۷ ه.ق). نمد", "پشم (1987).     نمد"),
    ("پشم (۱۴۰۷ ه.ق.). نمد", "پشم (1987).      نمد"),
    ("پشم، ۱۴۱۷ قمری", "پشم, 1996     "),
    ("پشم، ۱۳۲۵ق", "پشم, 1907 "),
    ("پشم (۱۴۱۷)", "پشم (1996)"),
    ("الصوف، ١٤١٧هـ.", "الصوف, 1996.  "),
    ("الصوف (1436 هـ). اللباد", "الصوف (2015).    اللباد"),
    # the sun's, where they say so, and what is no mark behind one
    ("پشم (۱۳۹۹ ش)، نمد", "پشم (2020),   نمد"),
    ("پشم (۱۳۹۹ هـ.ش). نمد", "پشم (2020).      نمد"),
    ("پشم، ۱۳۹۹ شمسی", "پشم, 2020     "),
    ("پشم، ۱۳۹۹ ش ۳", "پشم, 2020 ش 3"),
    ("پشم، ۱۳۹۹ قوچ", "پشم, 2020 قوچ"),
    # of a year in two calendars the last, mostly ours; two years of one are two
    ("الصوف، ١٤١٧هـ/١٩٩٧م.", "الصوف,        1997. "),
    ("پشم، ۱۴۱۷ق = ۱۳۷۵ش", "پشم,         1996 "),
    ("پشم، ۱۳۹۸/۱۳۹۹", "پشم, 2019/2020"),
]


@pytest.mark.parametrize(("text", "read"), PLAIN)
def test_digits_punctuation_and_the_years_of_iran(text: str, read: str) -> None:
    assert plain(text) == read
    assert len(plain(text)) == len(text)


TABLE = """
## family names first, a semicolon between the persons
کریمی، علی؛ احمدی، رضا (۱۴۰۰). «شمارش گوسفندان در تپه‌ها: مطالعه‌ای میدانی». فصلنامهٔ پشم، دورهٔ ۱۲، شمارهٔ ۳، صص ۴۵–۷۰.
    کریمی; احمدی | شمارش گوسفندان در تپه‌ها: مطالعه‌ای میدانی | فصلنامهٔ پشم | 2021
کریمی، علی و رضا احمدی (۱۳۹۵). «نمد در آب سرد». مطالعات پشم و نمد، ۱۱(۴۳)، ۱۳۱–۱۵۲.
    کریمی; احمدی | نمد در آب سرد | مطالعات پشم و نمد | 2016
علی کریمی و رضا احمدی، «نمد در آب سرد»، فصلنامه پشم، سال ۱۳۹۷، شماره ۴، صص ۱۱-۲۸.
    کریمی; احمدی | نمد در آب سرد | فصلنامه پشم | 2018
## books: place and house behind the title, and who translated it
کریمی، علی (۱۳۹۸). تاریخ پشم ایرانی. شیراز: نشر گوسفند. ۲۸۰ ص.
    کریمی | تاریخ پشم ایرانی | - | 2019
کریمی، علی (۱۳۹۴). حق به نمد (ترجمهٔ رضا احمدی). تهران: انتشارات گوسفند.
    کریمی | حق به نمد | - | 2015
## years of the moon
طباطبائی، محمدحسین. حساب پشم در تپه‌ها. قم: نشر گوسفند، ۱۴۱۷ق.
    طباطبائی | حساب پشم در تپه‌ها | - | 1996
ابن گوسفند، حسین (۱۴۰۵ ه.ق). پشم. قم: نشر گوسفند.
    ابن گوسفند | پشم | - | 1985
کریمی، علی (۱۴۰۷ق). تاریخ پشم ایرانی. شیراز: نشر گوسفند.
    کریمی | تاریخ پشم ایرانی | - | 1987
حسن، أحمد. تاريخ الصوف في المشرق. بيروت: دار الخراف، ١٤٣٦هـ/٢٠١٥م.
    حسن | تاريخ الصوف في المشرق | - | 2015
## in Arabic
أحمد حسن، سعاد علي (2018). «أثر الصوف في صناعة اللباد». مجلة الخراف، المجلد 12، العدد 3، ص 45-70.
    حسن; علي | أثر الصوف في صناعة اللباد | مجلة الخراف | 2018
حسن، أحمد (٢٠١٦)، "عد الأغنام في الكثبان الرملية"، مجلة الخراف، ١٢(٣)، ٤٥-٧٠.
    حسن | عد الأغنام في الكثبان الرملية | مجلة الخراف | 2016
حسن، أحمد. تاريخ الصوف في المشرق. بيروت: دار الخراف، 2015.
    حسن | تاريخ الصوف في المشرق | - | 2015
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_strings(row: Row) -> None:
    assert_read(row)


def claims(text: str) -> list[Record]:
    return [found.claim for found in map(parse, extract(read_text(text, "x.txt"))) if not found.reason]


CV = """فهرست مقالات

۱. کریمی، علی؛ احمدی، رضا (۱۴۰۰). «شمارش گوسفندان در تپه‌ها». فصلنامهٔ پشم، دورهٔ ۱۲، شمارهٔ ۳، صص ۴۵–۷۰.
۲. کریمی، علی. (۱۴۰۱). تاریخ پشم و نمد. تهران: نشر گوسفند.

سوابق تدریس

روش شمارش گوسفندان، ۱۳۹۵ تا ۱۳۹۹
"""


def test_a_persian_list() -> None:
    found = claims(CV)
    assert [(each.title.replace("\u200c", ""), each.year) for each in found] == [
        ("شمارش گوسفندان در تپهها", 2021),
        ("تاریخ پشم و نمد", 2022),
    ]
    assert (found[0].volume, found[0].issue, found[0].page) == ("12", "3", "45-70")
    assert read_text(CV, "x.txt").owner == ""


HEADINGS = [
    ("ج) مقالات علمی ـ پژوهشی (فارسی)", Topic.PUBLICATIONS),
    ("کتابها و ترجمهها", Topic.PUBLICATIONS),
    ("الف) سوابق تحصیلی", Topic.EDUCATION),
    ("سخنرانی ها", Topic.TALKS),
    ("المنشورات", Topic.PUBLICATIONS),
    ("المؤهلات العلمية", Topic.EDUCATION),
]


@pytest.mark.parametrize(("heading", "topic"), HEADINGS)
def test_headings(heading: str, topic: Topic) -> None:
    assert topic_of(heading) is topic
    assert reads_as_heading(heading)


LISTS = [
    ("کریمی, علی (2019). «پشم».", 1),
    ("کریمی, علی; احمدی, رضا (2021). پشم", 2),
    ("کریمی, علی و رضا احمدی (2021). پشم", 2),
    ("علی کریمی, رضا احمدی, مینا صادقی, «پشم»", 3),
    ("پشم و نمد در آب سرد. تهران", None),
    ("A. Bee (2019). Wool", None),
]


@pytest.mark.parametrize(("text", "count"), LISTS)
def test_how_many_persons_stand_first(text: str, count: int | None) -> None:
    found = listed_first(text, 0)
    assert (found and found[1]) == count


def test_whose_list_it_is() -> None:
    assert as_person("دکتر علی کریمی") == "علی کریمی"
    assert as_person("فهرست مقالات") == ""
