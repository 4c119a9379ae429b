"""What stands in publication lists and over them: cues, and the words of headings."""
