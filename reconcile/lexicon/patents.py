"""What is said of patents by those who study them: a table only."""

from __future__ import annotations

# How the word goes on that follows "patent" where patents are what a text is about: `patent retrieval`.
SUBJECTS = (
    "law|polic|system|analys|classif|categori|retriev|search|document|text|mining|claim|corp|landscap|data|translat"
    "|semantic|examin|litigat|citation|summar|novelty|portfolio|indicator|valuation|famil|process"
)
