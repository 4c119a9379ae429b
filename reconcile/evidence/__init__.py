"""What two records show of each other: for each field a level of agreement, and what each level weighs."""
