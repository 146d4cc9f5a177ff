learn-card = { $language }：{ $at } 学习，未评分文本 { $unrated } 条，已评分 { $rated } 条；评分太少，无法测量。
learn-card-measured = { $language }：{ $at } 学习，未评分文本 { $unrated } 条，已评分 { $rated } 条；在留出的 { $held } 条已评分文本上宏平均 F1 为 { $score }。
learn-nothing = 尚未学习：没有一种语言有足够的文本。情感按词表判断。
