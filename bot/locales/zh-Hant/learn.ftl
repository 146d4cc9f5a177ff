learn-card = { $language }：{ $at } 學習，未評分文本 { $unrated } 則，已評分 { $rated } 則；評分太少，無法測量。
learn-card-measured = { $language }：{ $at } 學習，未評分文本 { $unrated } 則，已評分 { $rated } 則；在留出的 { $held } 則已評分文本上宏平均 F1 為 { $score }。
learn-nothing = 尚未學習：沒有一種語言有足夠的文本。情感按詞表判斷。
