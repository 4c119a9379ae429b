"""Why what names a publication is none: the standard library alone, as strings are judged without documents."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why what names a publication is none, as a person is told it."""

    AWARD = "an award"
    BROADCAST = "a film, a recording or a picture"
    CODE = "its code, or somebody's own"
    COURSE = "a course"
    DATA = "a data set"
    GRANT = "a grant"
    MESSAGE = "an interview or a message"
    NOTE = "a file or note of a library"
    NOTICE = "a notice on it"
    OF_OTHERS = "what others write of a publication"
    OFFICE = "an office"
    PATENT = "a patent"
    PERFORMANCE = "a performance"
    PLACEHOLDER = "a placeholder"
    POST = "a blog post"
    PRESS = "a piece in a newspaper or a blog"
    REVIEW = "a review of it"
    SERVICE = "reviewing or service"
    SUBMISSION = "a submission"
    SUPERVISED = "supervised work of another"
    TALK = "a talk"
    TEACHING = "teaching"
    TRANSLATION = "a translation of it"
    UNREAD = "not read as a publication"
    WEB_PAGE = "a web page"
