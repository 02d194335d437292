"""Review: the learner's own mistakes come back after 1, 3, 7 and 21 days, each time with new messages."""
