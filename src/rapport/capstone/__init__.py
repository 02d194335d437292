"""The capstone: the learner's own network, own briefs, and a plan to take home. Imports no widget."""
