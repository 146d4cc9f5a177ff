"""Net sentiment: the share of texts that are positive less the share that are negative, -100 to +100 points.

The other usual definition is the mean of a sentiment value times 100. The share is chosen because a label can be seen,
disputed and corrected by a person, and because its interval is the published one of a net share (adjusted Wald), while
a mean of a model's values has the model's own spacing in it. It is the "balance" of opinion surveys: the percentage of
positive less that of negative replies, neutral ones in the base (European Commission, "The Joint Harmonised EU
Programme of Business and Consumer Surveys: User Guide", 2023). Texts that are not labelled yet are not counted.
"""

from metrics.scores.net import Net

net_sentiment = Net(sides=(-1, 0, 1))
"""Of a histogram of negative (-1), neutral (0) and positive (1) texts."""
