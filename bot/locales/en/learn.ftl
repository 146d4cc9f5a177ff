learn-card = { $language }: learnt on { $at } from { $unrated } unrated and { $rated } rated texts; too few ratings to measure it.
learn-card-measured = { $language }: learnt on { $at } from { $unrated } unrated and { $rated } rated texts; macro-F1 { $score } on { $held } rated texts held out.
learn-nothing = Nothing was learnt yet: no language has enough texts. Feeling is read by word lists.
