"""Markup of pages: HTML, Markdown, Org, reStructuredText, and what site generators put around it."""
