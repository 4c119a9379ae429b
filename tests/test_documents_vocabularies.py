"""Bibliographic XML: Word, Zotero RDF, DBLP, TEI, JATS, PubMed, arXiv, DataCite, MODS, MARCXML, Dublin Core."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.documents import read, read_document, read_text
from reconcile.documents.sniff import sniff
from reconcile.extract import extract
from reconcile.mention import Mention
from reconcile.parse import parse

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

_OAI_DC = 'oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
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

ALL = {
    "word": WORD, "zotero": ZOTERO, "dblp": DBLP, "grobid": GROBID, "hal": HAL, "jats": JATS, "pubmed": PUBMED, "arxiv": ARXIV,
    "datacite": DATACITE, "mods": MODS, "marc": MARC, "oai": OAI, "rdf": RDF,
}  # fmt: skip


def mentions(text: str) -> list[Mention]:
    return [parse(entry) for entry in extract(read_text(text, "sample")) if not entry.reason]


if __name__ == "__main__":
    import sys
    for name, text in ALL.items():
        print("==", name, read_text(text, "sample").complaints)
        for entry in extract(read_text(text, "sample")):
            m = parse(entry); c = m.claim
            print("  ", entry.first, entry.last, repr(str(entry.reason)), c.type.value, str(m.kind), "|", c.title, "|", [str(a) if not a.literal else f"<{a.literal}>" for a in c.author], c.author_et_al, "ed", [str(a) for a in c.editor], "|", c.issued, "|", c.container_title, "/", c.collection_title, c.volume, c.issue, c.page, c.publisher, [str(i) for i in c.identifiers])
