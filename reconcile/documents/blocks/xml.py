"""The root of an XML file of a stranger's."""

from __future__ import annotations

from lxml import etree

Element = etree._Element
# What is raised on content that is no XML.
NOT_XML = (etree.XMLSyntaxError, ValueError)


def root_of(content: bytes) -> Element:
    """Return the root of an XML file; no entity is expanded, and nothing else is opened."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(content, parser)
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return root
