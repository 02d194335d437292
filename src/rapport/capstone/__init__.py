"""The capstone: the learner's own network, own briefs, and a follow-up plan to take home. No widget is imported here."""
