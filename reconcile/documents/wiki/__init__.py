"""Wikitext: pages of Wikipedia and of other wikis, alone or as MediaWiki exports them."""
