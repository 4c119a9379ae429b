"""Bibliographic XML: Word, Zotero RDF, DBLP, TEI, JATS, PubMed, arXiv, DataCite, MODS, MARCXML, Dublin Core."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.documents import read, read_document, read_text
from reconcile.documents.sniff import sniff
from reconcile.extract import extract
from reconcile.mention import Mention
from reconcile.parse import parse
from sources.record import Scheme

WORD = """<?xml version="1.0" encoding="utf-8"?>
<b:Sources SelectedStyle="\\APA.XSL" xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">
<b:Source><b:Tag>Ori19</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Title>The hearing of gulls &amp; terns</b:Title>
<b:JournalName>Journal of Gull Research</b:JournalName><b:Year>2019</b:Year><b:Pages>246-252</b:Pages><b:Volume>12</b:Volume>
<b:Issue>3</b:Issue><b:DOI>10.1234/gulls.2019.1</b:DOI><b:Author><b:Author><b:NameList><b:Person>
<b:Last>Orimoto-Vance</b:Last><b:First>Petra</b:First><b:Middle>M.</b:Middle></b:Person><b:Person><b:Last>de Brugge</b:Last>
<b:First>Tom</b:First></b:Person></b:NameList></b:Author></b:Author></b:Source>
<b:Source><b:SourceType>Report</b:SourceType><b:Title>Ears of owls</b:Title><b:Year>2001</b:Year>
<b:ThesisType>Doctoral dissertation</b:ThesisType><b:Institution>University of Utopia</b:Institution><b:Author><b:Author>
<b:NameList><b:Person><b:Last>Rosa Kline and Per Banner</b:Last></b:Person></b:NameList></b:Author></b:Author></b:Source>
<b:Source><b:SourceType>BookSection</b:SourceType><b:Title>Owls on roofs</b:Title><b:BookTitle>Roofs</b:BookTitle>
<b:Year/><b:Author><b:Author><b:Corporate>Ministry of Birds, Bees and Bats</b:Corporate></b:Author>
<b:Editor><b:NameList><b:Person><b:Last>Kline</b:Last><b:First>Rosa</b:First></b:Person></b:NameList></b:Editor></b:Author>
</b:Source>
<b:Source><b:Tag>Placeholder1</b:Tag><b:SourceType>Misc</b:SourceType></b:Source>
<b:Source><b:SourceType>InternetSite</b:SourceType><b:Title>All about owls</b:Title><b:Year>2020</b:Year></b:Source>
<b:Source><b:SourceType>Interview</b:SourceType><b:Title>An owl remembers</b:Title><b:Year>2020</b:Year></b:Source>
</b:Sources>
"""

_RDF = 'rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def _zotero_people(*people: tuple[str, str]) -> str:
    named = "".join(
        f"<rdf:li><foaf:Person><foaf:surname>{family}</foaf:surname>"
        + (f"<foaf:givenName>{given}</foaf:givenName>" if given else "")
        + "</foaf:Person></rdf:li>"
        for family, given in people
    )
    return f"<rdf:Seq>{named}</rdf:Seq>"


ZOTERO = f"""<{_RDF} xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
<bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType>
<bib:authors>{_zotero_people(("Orimoto-Vance", "Petra"), ("de Brugge", "Tom"))}</bib:authors>
<dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/><bib:pages>246-252</bib:pages>
<dc:title>The hearing of &lt;i&gt;Larus&lt;/i&gt; gulls</dc:title><dc:date>2019-05-00 2019-05</dc:date></bib:Article>
<bib:Journal rdf:about="urn:issn:1234-5678"><prism:volume>12</prism:volume><prism:number>3</prism:number>
<dc:identifier>DOI 10.1234/gulls.2019.1</dc:identifier><dc:title>Journal of Gull Research</dc:title></bib:Journal>
<bib:BookSection rdf:about="#item_2"><z:itemType>bookSection</z:itemType>
<bib:authors>{_zotero_people(("Owl Study Group", ""))}</bib:authors>
<bib:editors>{_zotero_people(("Kline", "Rosa"))}</bib:editors>
<dcterms:isPartOf><bib:Book><dcterms:isPartOf><bib:Series><dc:title>Roofs in Series</dc:title></bib:Series>
</dcterms:isPartOf><dc:title>Roofs</dc:title></bib:Book></dcterms:isPartOf><dc:title>Owls on roofs</dc:title>
<dc:date>2002</dc:date></bib:BookSection>
<rdf:Description rdf:about="#item_3"><z:itemType>presentation</z:itemType><dc:title>Owls, a talk</dc:title>
<dc:date>2003</dc:date></rdf:Description>
<z:Attachment rdf:about="#item_4"><z:itemType>attachment</z:itemType><dc:title>gulls.pdf</dc:title></z:Attachment>
<bib:Book rdf:about="urn:isbn:978-0-306-40615-7"><z:itemType>book</z:itemType>
<bib:editors>{_zotero_people(("Kline", "Rosa"))}</bib:editors><dc:title>Roofs</dc:title><dc:date>2002</dc:date></bib:Book>
</rdf:RDF>
"""

DBLP = """<?xml version="1.0" encoding="US-ASCII"?>
<dblpperson name="Petra Orimoto-Vance" pid="1/2" n="3">
<person key="homepages/1/2"><author pid="1/2">Petra Orimoto-Vance</author></person>
<r><article key="journals/jgr/OrimotoB19" mdate="2020-01-01"><author pid="1/2">Petra Orimoto-Vance</author>
<author pid="3/4">Tom Br&uuml;gge 0002</author><title>The <i>k</i>-hearing of gulls.</title><pages>246-252</pages><year>2019</year>
<volume>12</volume><journal>J. Gull Res.</journal><number>3</number><ee>https://doi.org/10.1234/gulls.2019.1</ee></article></r>
<r><article key="journals/corr/abs-1905-01234" publtype="informal"><author>Petra Orimoto-Vance</author><title>Do gulls hear?</title>
<year>2019</year><volume>abs/1905.01234</volume><journal>CoRR</journal></article></r>
<r><proceedings key="conf/owls/2002"><editor>Rosa Kline</editor><title>Owls 2002, Proceedings.</title><year>2002</year></proceedings></r>
<coauthors n="1"><co c="0"><na pid="3/4">Tom Br&uuml;gge 0002</na></co></coauthors></dblpperson>
"""

_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
GROBID = f"""<?xml version="1.0" encoding="UTF-8"?>
{_TEI}<teiHeader><fileDesc><sourceDesc><biblStruct><analytic><title>The paper that cites</title></analytic></biblStruct>
</sourceDesc></fileDesc></teiHeader><text><back><listBibl>
<biblStruct xml:id="b0"><analytic><title level="a" type="main">The hearing of gulls</title>
<author><persName><forename type="first">P</forename><forename type="middle">M</forename><surname>Orimoto-Vance</surname></persName>
</author><author><persName><forename type="first">Tom</forename><surname>De Brugge</surname></persName></author>
<idno type="DOI">10.1234/gulls.2019.1</idno></analytic><monogr><title level="j">Journal of Gull Research</title><imprint>
<biblScope unit="volume">12</biblScope><biblScope unit="issue">3</biblScope><biblScope unit="page" from="246" to="252" />
<date type="published" when="2019-05" /></imprint></monogr></biblStruct>
<biblStruct xml:id="b1"><monogr><title level="m" type="main">Ears of owls</title><title level="m" type="sub">A field guide</title>
<author><persName><surname>Kline</surname></persName></author><imprint><publisher>Birdfacts</publisher><date>2001</date></imprint>
</monogr></biblStruct>
<biblStruct xml:id="b2"><monogr><title/><imprint><date/></imprint></monogr>
<note type="raw_reference">P. Banner, C. Dee. Owls on roofs of the old town. Proceedings of the Third Symposium on Owls, 2002, pp. 3-9.</note>
</biblStruct></listBibl></back></text></TEI>
"""
HAL = f"""{_TEI}<text><body><listBibl><biblFull><titleStmt><title xml:lang="en">The hearing of gulls</title></titleStmt>
<sourceDesc><biblStruct><analytic><title xml:lang="en">The hearing of gulls</title>
<author role="aut"><persName><forename type="first">Petra</forename><surname>Orimoto-Vance</surname></persName>
<email type="md5">0</email><idno type="idhal">petra</idno><affiliation ref="#struct-1"/></author>
<author role="aut"><persName><forename type="first">Tom</forename><surname>de Brugge</surname></persName></author></analytic>
<monogr><title level="j">Journal of Gull Research</title><imprint><publisher>Gulls</publisher><biblScope unit="volume">12</biblScope>
<biblScope unit="issue">3</biblScope><biblScope unit="pp">246-252</biblScope><date type="datePub">2019-05-02</date></imprint></monogr>
<idno type="doi">10.1234/gulls.2019.1</idno></biblStruct></sourceDesc>
<profileDesc><textClass><classCode scheme="halTypology" n="ART">Journal articles</classCode></textClass></profileDesc></biblFull>
<biblFull><sourceDesc><biblStruct><analytic><title>Owls, a patent</title></analytic><monogr><imprint><date>2001</date></imprint></monogr>
</biblStruct></sourceDesc><profileDesc><textClass><classCode scheme="halTypology" n="PATENT">Patents</classCode></textClass></profileDesc>
</biblFull></listBibl></body></text></TEI>
"""

JATS = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2//EN" "JATS-archivearticle1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><title-group><article-title>The citing one</article-title>
</title-group></article-meta></front><body><p>As <xref ref-type="bibr">1</xref> says.</p></body><back><ref-list><title>References</title>
<ref id="r1"><label>1.</label><element-citation publication-type="journal"><person-group person-group-type="author">
<name><surname>Orimoto-Vance</surname><given-names>P</given-names></name><name><surname>Br&uuml;gge</surname><given-names>T</given-names>
<suffix>Jr</suffix></name><etal/></person-group><article-title>The hearing of <italic>Larus</italic> gulls</article-title>
<source>J Gull Res</source><year>2019</year><volume>12</volume><issue>3</issue><fpage>246</fpage><lpage>252</lpage>
<pub-id pub-id-type="doi">10.1234/gulls.2019.1</pub-id></element-citation></ref>
<ref id="r2"><citation-alternatives><element-citation publication-type="book"><person-group person-group-type="author"><name>
<surname>Kline</surname><given-names>R</given-names></name></person-group><chapter-title>Ears</chapter-title><person-group
 person-group-type="editor"><name><surname>Banner</surname><given-names>P</given-names></name></person-group><source>Owls</source>
<year>2001</year><publisher-name>Birdfacts</publisher-name></element-citation><mixed-citation>Kline R. Ears. In: Banner P, editor.
Owls. 2001.</mixed-citation></citation-alternatives></ref>
<ref id="r3"><mixed-citation publication-type="journal"><string-name><given-names>C.</given-names> <surname>Dee</surname></string-name>,
<collab>the Owl Study Group</collab>, <article-title>Owls near x<sup>2</sup><tex-math>\\documentclass{minimal}</tex-math></article-title>.
<source>Roofs</source> <volume>4</volume>, <fpage>e12</fpage> (<year>2003</year>).</mixed-citation>
<mixed-citation publication-type="book"><name><surname>Kline</surname><given-names>R.</given-names></name> <source>Owls and roofs</source>
<year>2004</year></mixed-citation></ref>
<ref id="r4"><mixed-citation>Banner P., Dee C. Owls on roofs of the old town. J. Owls, 2002; 5(1): 3-9.</mixed-citation></ref>
</ref-list></back></article>
"""

PUBMED = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "pubmed_240101.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">10000001</PMID><Article><Journal>
<JournalIssue><Volume>12</Volume><Issue>3</Issue><PubDate><Year>2019</Year><Month>May</Month></PubDate></JournalIssue>
<Title>Journal of gull research (London, England)</Title><ISOAbbreviation>J Gull Res</ISOAbbreviation></Journal>
<ArticleTitle>The hearing of <i>Larus</i> gulls.</ArticleTitle><Pagination><MedlinePgn>246-52</MedlinePgn></Pagination>
<ELocationID EIdType="doi">10.1234/gulls.2019.1</ELocationID><AuthorList CompleteYN="Y"><Author ValidYN="Y">
<LastName>Orimoto-Vance</LastName><ForeName>Petra</ForeName><Initials>P</Initials><AffiliationInfo><Affiliation>Utopia</Affiliation>
</AffiliationInfo></Author><Author ValidYN="N"><LastName>Orimoto</LastName><ForeName>P</ForeName></Author>
<Author><CollectiveName>Owl Study Group</CollectiveName></Author></AuthorList><PublicationTypeList>
<PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article></MedlineCitation><PubmedData>
<ReferenceList><Reference><Citation>Cited A. Not me. 1999.</Citation><ArticleIdList><ArticleId IdType="doi">10.9/not</ArticleId>
</ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
<PubmedArticle><MedlineCitation><PMID>10000002</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan
</MedlineDate></PubDate></JournalIssue><Title>Eulen</Title></Journal><ArticleTitle>[Not Available].</ArticleTitle>
<AuthorList CompleteYN="N"><Author><LastName>Kline</LastName><Initials>R</Initials></Author></AuthorList>
<VernacularTitle>Ohren der Eulen.</VernacularTitle></Article></MedlineCitation></PubmedArticle>
<PubmedBookArticle><BookDocument><PMID>10000003</PMID><Book><Publisher><PublisherName>Birdfacts</PublisherName></Publisher>
<BookTitle book="owls">Owls</BookTitle><PubDate><Year>2004</Year></PubDate><AuthorList Type="editors"><Author><LastName>Banner
</LastName><ForeName>Per</ForeName></Author></AuthorList></Book><ArticleTitle>Owls on roofs</ArticleTitle><AuthorList Type="authors">
<Author><LastName>Dee</LastName><ForeName>Cy</ForeName></Author></AuthorList></BookDocument></PubmedBookArticle></PubmedArticleSet>
"""

ARXIV = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://arxiv.org/api/query?id_list=" rel="self"/><title>ArXiv Query: owls</title>
<entry><id>http://arxiv.org/abs/1905.01234v2</id><updated>2020-01-02T00:00:00Z</updated><published>2019-05-02T00:00:00Z</published>
<title>Do gulls
  hear $\\ell_1$ norms?</title><summary>They do.</summary><author><name>Petra Orimoto-Vance</name>
<arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Utopia</arxiv:affiliation></author><author><name>Tom de Brugge</name>
</author><link href="http://arxiv.org/pdf/1905.01234v2" rel="related"/></entry>
<entry><id>http://arxiv.org/abs/hep-th/9901001v1</id><published>1999-01-02T00:00:00Z</published><title>Ears of owls</title>
<author><name>Rosa Kline</name></author>
<arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Owls 5 (2000) 3-9</arxiv:journal_ref>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1234/owls.5.3</arxiv:doi></entry></feed>
"""

DATACITE = """<?xml version="1.0"?>
<resource xmlns="http://datacite.org/schema/kernel-4" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<identifier identifierType="DOI">10.1234/counts</identifier><creators><creator><creatorName nameType="Personal">Orimoto-Vance, Petra
</creatorName><givenName>Petra</givenName><familyName>Orimoto-Vance</familyName><affiliation>Utopia</affiliation></creator>
<creator><creatorName nameType="Organizational">Owls, Bees and Bats</creatorName></creator><creator><creatorName>Dee, Cy</creatorName>
<nameIdentifier nameIdentifierScheme="ORCID">0000-0001</nameIdentifier></creator></creators><titles>
<title titleType="TranslatedTitle">Comptes</title><title>Counts of gulls</title><title titleType="Subtitle">1990 to 2000</title></titles>
<publisher>Zenodo</publisher><publicationYear>2021</publicationYear><resourceType resourceTypeGeneral="Dataset">Table</resourceType>
</resource>
"""

MODS = """<?xml version="1.0"?><modsCollection xmlns:mods="http://www.loc.gov/mods/v3" xmlns="http://www.loc.gov/mods/v3">
<mods:mods version="3.6"><mods:titleInfo><mods:nonSort>The </mods:nonSort><mods:title>hearing of gulls</mods:title>
<mods:subTitle>a study</mods:subTitle></mods:titleInfo><mods:titleInfo type="translated"><mods:title>Gehör</mods:title></mods:titleInfo>
<mods:name type="personal"><mods:namePart type="family">Orimoto-Vance</mods:namePart><mods:namePart type="given">Petra</mods:namePart>
<mods:role><mods:roleTerm type="code" authority="marcrelator">aut</mods:roleTerm></mods:role></mods:name>
<mods:name type="personal"><mods:namePart>de Brugge, Tom</mods:namePart><mods:namePart type="date">1970-</mods:namePart>
<mods:role><mods:roleTerm type="text">author</mods:roleTerm></mods:role></mods:name>
<mods:name type="corporate"><mods:namePart>University of Utopia</mods:namePart><mods:role><mods:roleTerm>host</mods:roleTerm></mods:role>
</mods:name><mods:genre>journal article</mods:genre><mods:originInfo><mods:dateIssued encoding="w3cdtf">2019-05</mods:dateIssued>
</mods:originInfo><mods:relatedItem type="host"><mods:titleInfo><mods:title>Journal of Gull Research</mods:title></mods:titleInfo>
<mods:part><mods:detail type="volume"><mods:number>12</mods:number></mods:detail><mods:detail type="issue"><mods:number>3</mods:number>
</mods:detail><mods:extent unit="page"><mods:start>246</mods:start><mods:end>252</mods:end></mods:extent></mods:part></mods:relatedItem>
<mods:identifier type="doi">10.1234/gulls.2019.1</mods:identifier></mods:mods></modsCollection>
"""


def _marc(tag: str, *subfields: str) -> str:
    inner = "".join(f'<marc:subfield code="{each[0]}">{each[2:]}</marc:subfield>' for each in subfields)
    return f'<marc:datafield tag="{tag}" ind1="1" ind2="1">{inner}</marc:datafield>\n'


MARC = f"""<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:1</identifier></header>
<metadata><marc:record xmlns:marc="http://www.loc.gov/MARC21/slim"><marc:leader>01234nam a2200313 a 4500</marc:leader>
<marc:controlfield tag="008">990101s2001    xx            000 0 eng d</marc:controlfield>
{_marc("020", "a 978-0-306-40615-7 (hbk.) :")}{_marc("100", "a Kline, Rosa,", "d 1950-", "e author.")}{_marc("245", "a Ears of owls :", "b a field guide /", "c Rosa Kline.")}
{_marc("264", "a Utopia :", "b Birdfacts,", "c [2001]")}{_marc("700", "a Banner, Per,", "e editor.")}</marc:record></metadata></record>
<record><header/><metadata><marc:record xmlns:marc="http://www.loc.gov/MARC21/slim"><marc:leader>01234naa a2200313 a 4500</marc:leader>
{_marc("100", "a Orimoto-Vance, Petra")}{_marc("700", "a de Brugge, Tom", "4 aut")}{_marc("245", "a The hearing of gulls /")}
{_marc("773", "t Journal of Gull Research", "g Vol. 12, no. 3 (2019), p. 246-252", "x 1234-5678")}</marc:record></metadata></record>
</ListRecords></OAI-PMH>
"""

_OAI_DC = (
    'oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
OAI = f"""<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><setSpec>x</setSpec></header><metadata>
<{_OAI_DC}><dc:title>The hearing of gulls</dc:title><dc:creator>Orimoto-Vance, Petra</dc:creator><dc:creator>de Brugge, Tom</dc:creator>
<dc:date>2021-03-01T10:00:00Z</dc:date><dc:date>2019</dc:date><dc:type>info:eu-repo/semantics/article</dc:type>
<dc:type>info:eu-repo/semantics/publishedVersion</dc:type><dc:type>Peer-reviewed Article</dc:type>
<dc:source>Journal of Gull Research; Vol 12, No 3 (2019); 246-252</dc:source><dc:source>1234-5678</dc:source>
<dc:identifier>https://doi.org/10.1234/gulls.2019.1</dc:identifier></oai_dc:dc></metadata></record>
<record><header status="deleted"/></record></ListRecords></OAI-PMH>
"""
RDF = f"""<{_RDF}><rdf:Description rdf:about="https://example.org/1"><dc:title>Ears of owls</dc:title><dc:creator>Kline, Rosa; Banner, Per</dc:creator>
<dc:type>doctoralThesis</dc:type><dc:publisher>University of Utopia</dc:publisher><dc:date>2001-02-03</dc:date></rdf:Description></rdf:RDF>
"""

GULLS = ("The hearing of gulls", ["Orimoto-Vance", "Brugge"], 2019, "Journal of Gull Research")
LARUS = "The hearing of Larus gulls"
EXPECTED: dict[str, tuple[str, list[tuple[str, list[str], int | None, str]]]] = {
    "Word": (
        WORD,
        [
            ("The hearing of gulls & terns", *GULLS[1:]),
            ("Ears of owls", ["Kline", "Banner"], 2001, "University of Utopia"),
            ("Owls on roofs", ["Ministry of Birds, Bees and Bats"], None, "Roofs"),
        ],
    ),
    "Zotero": (
        ZOTERO,
        [(LARUS, *GULLS[1:]), ("Owls on roofs", ["Owl Study Group"], 2002, "Roofs"), ("Roofs", [], 2002, "")],
    ),
    "DBLP": (
        DBLP,
        [
            ("The k-hearing of gulls", ["Orimoto-Vance", "Brügge"], 2019, "J. Gull Res."),
            ("Do gulls hear?", ["Orimoto-Vance"], 2019, "CoRR"),
            ("Owls 2002, Proceedings", [], 2002, ""),
        ],
    ),
    "GROBID": (
        GROBID,
        [
            ("The hearing of gulls", ["Orimoto-Vance", "De Brugge"], 2019, "Journal of Gull Research"),
            ("Ears of owls: A field guide", ["Kline"], 2001, ""),
            (
                "Owls on roofs of the old town",
                ["Banner", "Dee"],
                2002,
                "Proceedings of the Third Symposium on Owls",
            ),
        ],
    ),
    "HAL": (HAL, [GULLS]),
    "JATS": (
        JATS,
        [
            (LARUS, ["Orimoto-Vance", "Brügge"], 2019, "J Gull Res"),
            ("Ears", ["Kline"], 2001, "Owls"),
            ("Owls near x2", ["Dee", "the Owl Study Group"], 2003, "Roofs"),
            ("Owls and roofs", ["Kline"], 2004, ""),
            ("Owls on roofs of the old town", ["Banner", "Dee"], 2002, "J. Owls"),
        ],
    ),
    "PubMed": (
        PUBMED,
        [
            (LARUS, ["Orimoto-Vance", "Owl Study Group"], 2019, "Journal of gull research"),
            ("Ohren der Eulen", ["Kline"], 1998, "Eulen"),
            ("Owls on roofs", ["Dee"], 2004, "Owls"),
        ],
    ),
    "arXiv": (
        ARXIV,
        [
            ("Do gulls hear ℓ1 norms?", ["Orimoto-Vance", "Brugge"], 2019, ""),
            ("Ears of owls", ["Kline"], 2000, "J. Owls"),
        ],
    ),
    "DataCite": (
        DATACITE,
        [("Counts of gulls: 1990 to 2000", ["Orimoto-Vance", "Owls, Bees and Bats", "Dee"], 2021, "")],
    ),
    "MODS": (MODS, [("The hearing of gulls: a study", *GULLS[1:])]),
    "MARC": (MARC, [("Ears of owls: a field guide", ["Kline"], 2001, ""), GULLS]),
    "OAI": (OAI, [GULLS]),
    "RDF": (RDF, [("Ears of owls", ["Kline", "Banner"], 2001, "University of Utopia")]),
}


def mentions(text: str) -> list[Mention]:
    return [parse(entry) for entry in extract(read_text(text, "sample")) if not entry.reason]


def reasons(text: str) -> list[str]:
    return [entry.reason for entry in extract(read_text(text, "sample")) if entry.reason]


def said(mention: Mention) -> tuple[str, list[str], int | None, str]:
    claim = mention.claim
    return claim.title, [name.literal or name.family for name in claim.author], claim.year, claim.container_title


@pytest.mark.parametrize(("text", "expected"), EXPECTED.values(), ids=EXPECTED)
def test_a_vocabulary_is_read_as_it_is_specified(
    text: str, expected: list[tuple[str, list[str], int | None, str]]
) -> None:
    assert sniff(text) == ".xml"
    assert read_text(text, "sample").complaints == ()
    assert [said(mention) for mention in mentions(text)] == expected


@pytest.mark.parametrize("name", ["Word", "Zotero", "DBLP", "GROBID", "HAL", "JATS", "MODS", "OAI"])
def test_the_place_of_an_article_and_its_identifier(name: str) -> None:
    claim = mentions(EXPECTED[name][0])[0].claim
    assert (claim.volume, claim.issue, claim.page) == ("12", "3", "246-252")
    assert "doi:10.1234/gulls.2019.1" in map(str, claim.identifiers)


@pytest.mark.parametrize(
    ("place", "numbers"),
    [
        ("Vol. 12 No. 3 (2019): Spring; 246-252", ("12", "3", "246-252")),
        ("v. 12 n. 3 (2019); 246-252", ("12", "3", "246-252")),
        ("Vol. 12 Núm. 3 (2019): Enero-Junio; 246-252", ("12", "3", "246-252")),
        ("Том 12 № 3 (2019); 246–252", ("12", "3", "246-252")),
        ("Vol. 12 (2019): Gulls; and terns; 246-252", ("12", "", "246-252")),
        ("No. 3 (2019): Spring", ("", "3", "")),
        ("Vol 12 (2019)", ("12", "", "")),
    ],
)
def test_the_place_of_an_article_in_ojs(place: str, numbers: tuple[str, str, str]) -> None:
    text = OAI.replace("Vol 12, No 3 (2019); 246-252", place).replace("<dc:date>2019</dc:date>", "")
    claim = mentions(text)[0].claim
    assert (claim.container_title, claim.year) == ("Journal of Gull Research", 2019)
    assert (claim.volume, claim.issue, claim.page) == numbers


def test_what_a_vocabulary_says_besides() -> None:
    chapter = mentions(WORD)[2].claim
    assert [str(name) for name in chapter.editor] == ["Rosa Kline"]
    assert mentions(WORD)[1].claim.type == "thesis"  # a report that says so in another field
    assert mentions(ZOTERO)[2].claim.identifier(Scheme.ISBN) == "9780306406157"
    assert mentions(DBLP)[0].claim.identifier(Scheme.DBLP) == "journals/jgr/OrimotoB19"
    assert [str(mention.kind) for mention in mentions(DBLP)][1] == "preprint"
    assert [mention.claim.author_et_al for mention in mentions(JATS)] == [True, False, False, False, False]
    assert [mention.claim.author_et_al for mention in mentions(PUBMED)] == [False, True, False]
    assert mentions(PUBMED)[1].claim.identifiers == ()  # those of the works that another one cites
    assert [str(mention.kind) for mention in mentions(ARXIV)] == ["preprint", "article-journal"]
    assert [str(name) for name in mentions(MARC)[0].claim.editor] == ["Per Banner"]


def test_what_is_no_publication_says_so_by_its_kind() -> None:
    assert reasons(WORD) == ["a web page", "an interview or a message"]
    assert reasons(ZOTERO) == ["a talk"]
    assert reasons(HAL) == ["a patent"]


@pytest.mark.parametrize(
    ("field", "reason"),
    [("", "a web page"), ("@about", ""), ("journal", "a web page")],
)
def test_a_web_page_with_a_number_of_its_own_is_a_publication(field: str, reason: str) -> None:
    more = {"@about": "doi = {10.1234/a},", "journal": "journal = {Owls.org},"}.get(field, "")
    (entry,) = extract(read_text(f"@webpage{{a, {more} title = {{All about owls}}, year = 2020}}", "x", ".bib"))
    assert entry.reason == reason


def test_vocabularies_are_known_without_what_some_leave_out() -> None:
    bare = (
        MARC.replace("marc:", "").replace(' xmlns:marc="http://www.loc.gov/MARC21/slim"', "").partition("<metadata>")[2]
    )
    record = bare.partition("</metadata>")[0]
    assert [said(mention)[0] for mention in mentions(f"<collection>{record}</collection>")] == [
        "Ears of owls: a field guide"
    ]
    untyped = ZOTERO.replace("<z:itemType>journalArticle</z:itemType>", "")
    assert str(mentions(untyped)[0].kind) == "article-journal"
    older = ZOTERO.replace("foaf:givenName", "foaf:givenname")
    assert [said(mention) for mention in mentions(older)] == EXPECTED["Zotero"][1]
    assert [said(mention) for mention in mentions(MODS.replace("mods:", ""))] == EXPECTED["MODS"][1]


def test_the_name_of_a_journal_is_no_title() -> None:
    marked = JATS.replace("<article-title>The hearing of <italic>Larus</italic> gulls</article-title>", "")
    assert said(mentions(marked)[0])[0] == "Ears"
    typed = GROBID.replace('<title level="a" type="main">The hearing of gulls</title>', "<title/>")
    assert said(mentions(typed)[0])[0] == "Ears of owls: A field guide"


@pytest.mark.parametrize(
    ("creator", "people"),
    [
        ("Food and Agriculture Organization", ["Food and Agriculture Organization"]),
        ("Wool and Felt Collaboration", ["Wool and Felt Collaboration"]),
        ("Rosa Kline and Per Banner", ["Kline", "Banner"]),
        ("Kline, Rosa and Banner, Per", ["Kline", "Banner"]),
        ("Kline, Rosa; Owl and Gull Society", ["Kline", "Owl and Gull Society"]),
    ],
)
def test_in_the_place_of_a_person_several_may_stand_or_an_institution(creator: str, people: list[str]) -> None:
    assert said(mentions(RDF.replace("Kline, Rosa; Banner, Per", creator))[0])[1] == people


def test_a_record_of_dblp_is_the_same_in_every_form() -> None:
    answer = {
        "info": {
            "key": "journals/jgr/OrimotoB19", "title": "The k-hearing of gulls.", "year": "2019", "number": "3",
            "authors": {"author": [{"text": "Petra Orimoto-Vance"}, {"text": "Tom Brügge 0002"}]}, "pages": "246-252",
            "venue": "J. Gull Res.", "volume": "12", "type": "Journal Articles", "ee": "https://doi.org/10.1234/gulls.2019.1",
        }
    }  # fmt: skip
    (block,) = read_text(json.dumps(answer), "x", ".json").blocks
    first = read_text(DBLP, "x").blocks[0]
    assert (dict(block.fields), block.text) == (dict(first.fields), first.text)


def test_people_are_read_whole() -> None:
    text = dict(read_text(WORD, "x").blocks[2].fields)["author"]
    assert text == '[{"literal": "Ministry of Birds, Bees and Bats"}]'
    assert read_text(WORD, "x").blocks[0].text.startswith("Orimoto-Vance, Petra M.; de Brugge, Tom. The hearing of")


def test_a_record_stands_on_its_lines_and_a_broken_one_costs_itself() -> None:
    rows = WORD.split("\n")
    blocks = read_text(WORD, "x").blocks
    assert [rows[block.first - 1][:16] for block in blocks[:3]] == ["<b:Source><b:Tag", *["<b:Source><b:Sou"] * 2]
    assert blocks[0].source.startswith("<b:Source>")
    assert blocks[0].source.endswith("</b:Source>")
    broken = read_text(WORD.replace("Ears of owls", "Ears & owls"), "x")
    assert [block.first for block in broken.blocks] == [3, 11, 16, 17]
    (complaint,) = broken.complaints
    assert complaint.startswith("x, line 8: this record is no XML (")


@pytest.mark.parametrize("text", [WORD, DBLP], ids=["Word", "DBLP"])
def test_a_record_without_an_end_costs_itself(text: str) -> None:
    name = {WORD: "</b:Source>", DBLP: "</article>"}[text]
    whole, found = read_text(text, "x"), read_text(text.replace(name, "", 1), "x")
    assert found.blocks == whole.blocks[1:]
    assert [said.partition(": ")[2] for said in found.complaints] == [
        "this record is no XML (it has no end) and was left out; export it anew"
    ]


def test_a_file_that_breaks_off_says_so() -> None:
    within = read_text(WORD[: WORD.index("<b:ThesisType>")], "x")
    assert len(within.blocks) == 1
    assert within.complaints == (
        "x, line 8: this export breaks off within the record; it was left out; export it anew",
    )
    between = read_text(WORD[: WORD.rindex("</b:Sources>")], "x")
    assert len(between.blocks) == 5
    assert between.complaints == ("x, line 18: this export breaks off; what follows is missing; export it anew",)


def test_other_xml_is_told_what_is_read(tmp_path: Path) -> None:
    for text in ("<feed><entry/></feed>", '<?xml version="1.0"?><urlset/>', "<rdf:RDF xmlns:rdf='x'/>"):
        (complaint,) = read_document(text, "x.rdf").complaints
        assert complaint.startswith("x.rdf: this XML is of none of the kinds that are read (EndNote, Word's sources, ")
    (tmp_path / "a.rdf").write_text(ZOTERO)
    (tmp_path / "b.nxml").write_text(JATS, encoding="utf-16")
    (tmp_path / "map.xml").write_text("<urlset><url/></urlset>")
    assert [(document.name, len(document.blocks)) for document in read(tmp_path)] == [("a.rdf", 4), ("b.nxml", 5)]


def test_what_begins_as_xml_is_xml_and_a_page_is_none() -> None:
    assert sniff('<?xml version="1.0"?>\n<!DOCTYPE html>\n<html>') == ".html"
    assert sniff('<?xml version="1.0"?><urlset/>') == ".xml"
    assert sniff("<!-- by hand --><!DOCTYPE dblp [<!ENTITY a '<b>'>]><dblp>") == ".xml"


def test_a_strangers_entities_are_not_opened_and_those_of_html_are_known() -> None:
    bomb = "<!DOCTYPE b:Sources [<!ENTITY aa 'ha'><!ENTITY bb '&aa;&aa;'><!ENTITY cc SYSTEM 'file:///etc/passwd'>]>"
    text = WORD.partition("?>")[2].replace("Ears of owls", "Ears &ouml;f &bb; &cc;")
    fields = dict(read_text(bomb + text, "x").blocks[1].fields)
    assert fields["title"] == "Ears öf &bb; &cc;"


COUNT = 20_000


@pytest.mark.parametrize(
    "text",
    [
        "<xml><records>" + "<record>" * COUNT,
        "<TEI>" + "<biblStruct><relatedItem>" * COUNT,
        "<xml><records>" + "<record>" * COUNT + "</record>" * COUNT,
        "<xml><records><record><a>" + "<a>" * COUNT + "</record>",
        "<xml><records><record " + " ".join(f"a{number}='1'" for number in range(COUNT)) + "></record>",
        "<xml><records><record>" + "".join(f"<p{number}:a/>" for number in range(COUNT)) + "</record>",
        "<xml><records>" + "<!--" * COUNT,
        "<xml><records>" + "<record <" * COUNT,
        "<?x?>" * COUNT,
        "<!DOCTYPE x [" + "<!ENTITY a 'b'>" * COUNT,
    ],
    ids=["opened", "apart", "nested", "deep", "attributes", "prefixes", "comments", "tags", "instructions", "declared"],
)  # fmt: skip
def test_hostile_xml_is_bounded(text: str) -> None:
    document = read_document(text, "x.xml")
    assert document.blocks == ()
    assert document.complaints


def test_a_journal_that_names_itself_is_followed_once() -> None:
    link = '<dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>'
    text = ZOTERO.replace("<prism:volume>12</prism:volume>", f"<prism:volume>12</prism:volume>{link * 50}")
    assert said(mentions(text)[0]) == EXPECTED["Zotero"][1][0]


def test_more_records_than_are_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("cutting", "read"):
        monkeypatch.setattr(f"reconcile.documents.vocabularies.{module}.MAX_RECORDS", 2)
    document = read_text(WORD, "x")
    assert len(document.blocks) == 2
    assert document.complaints == ("x: only the first 2 records were read; split the document",)


def one(text: str) -> tuple[str, list[str], int | None, str]:
    (mention,) = mentions(text)
    return said(mention)


def test_the_parts_of_a_title_in_marc_belong_to_it_and_a_host_has_a_date() -> None:
    record = '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>01234n{}a a2200313 a 4500</leader>{}</record>'
    title = _marc("245", "a Reports of the club.", "n Volume 4,", "p Owls").replace("marc:", "")
    people = (_marc("100", "a Kline, Rosa,", "e Verfasser") + _marc("700", "a Dee, Cy,", "e Hrsg.")).replace(
        "marc:", ""
    )
    host = _marc("773", "t Owls, 1200-1500.", "d Utopia : Birdfacts, 2004", "g p. 45-71").replace("marc:", "")
    (volume,) = mentions(record.format("am", people + title))
    assert said(volume)[:2] == ("Reports of the club. Volume 4, Owls", ["Kline"])
    assert [name.family for name in volume.claim.editor] == ["Dee"]
    assert one(record.format("aa", people + title + host))[2] == 2004


def test_who_made_a_work_stands_behind_its_title_in_dublin_core() -> None:
    text = (
        f"<{_OAI_DC}><dc:title>Rain / {{}}</dc:title><dc:contributor>Kline, Rosa, ed.</dc:contributor>"
        "<dc:date>2015</dc:date></oai_dc:dc>"
    )
    (made,) = mentions(text.format("Rosa Kline and others, eds."))
    assert (made.claim.title, [name.family for name in made.claim.editor]) == ("Rain", ["Kline"])
    assert one(text.format("Lluvia"))[0] == "Rain / Lluvia"


def test_a_work_in_hal_has_corresponding_authors_and_a_date_of_production() -> None:
    text = HAL.replace('role="aut"', 'role="crp"').replace('<date type="datePub">2019-05-02</date>', "")
    dated = '</titleStmt><editionStmt><edition><date type="whenProduced">2019-05-02</date></edition></editionStmt>'
    assert said(mentions(text.replace("</titleStmt>", dated, 1))[0]) == GULLS


def test_a_title_in_its_own_tongue_stands_where_nobody_translated_it() -> None:
    text = PUBMED.replace("<ArticleTitle>[Not Available].</ArticleTitle>", "<ArticleTitle/>")
    assert said(mentions(text)[1])[0] == "Ohren der Eulen"
