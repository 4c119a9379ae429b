"""Tables of mentions and works: a row of them for programs, spreadsheets for people."""
