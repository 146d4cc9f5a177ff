"""Stars: the mean of satisfaction answers, on their own scale."""

from metrics.scores.mean import Mean

stars = Mean(low=1, high=5)
"""Of a histogram of answers 1 to 5."""

stars_difference = stars.difference
WORTH = stars.worth
