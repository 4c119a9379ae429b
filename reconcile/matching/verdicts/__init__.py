"""What is said of the records that were seen: their order, their evidence, and what speaks against the best."""
