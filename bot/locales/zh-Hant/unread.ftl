clarify-unread-scope = 我這裡沒有「{ $words }」。您指的是哪個地點、觸點或客群？
clarify-unread-exclusion = 我無法在數字中排除{ $words }。要看全部嗎？
clarify-unread-period = 「{ $words }」不是我能計算的時間。您指的是哪幾天？
clarify-unread-metric = 我不認識名為「{ $words }」的指標。您指的是這個嗎？
clarify-everything = 全部
