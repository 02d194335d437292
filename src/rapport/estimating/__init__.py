"""What trained weights make of a draft: how likely each mistake is, and each point of each criterion.

The words of a draft are replaced by the part they play for the brief (roles), seen as n-grams (grams) by linear models
(linear): one marks single sentences, one guesses at the whole. Their probabilities stand beside what was read
(features) before boosted trees (trees). All is told by the standard library from a file of plain numbers (weights),
which training/ makes.
"""
