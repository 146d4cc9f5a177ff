clarify-unread-scope = 我这里没有“{ $words }”。您指的是哪个地点、触点或客群？
clarify-unread-exclusion = 我无法在数字中排除{ $words }。要看全部吗？
clarify-unread-period = “{ $words }”不是我能计算的时间。您指的是哪几天？
clarify-unread-metric = 我不认识名为“{ $words }”的指标。您指的是这个吗？
clarify-everything = 全部
