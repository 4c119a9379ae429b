"""The verbs in order: read, extract, parse, gather, weigh, group, decide, merge, flag."""

from reconcile.pipeline.judgement import reconcile_mentions
from reconcile.pipeline.reading import read_all, read_each
from reconcile.pipeline.verbs import Progress, judge, parse_all, run

__all__ = ["Progress", "judge", "parse_all", "read_all", "read_each", "reconcile_mentions", "run"]
