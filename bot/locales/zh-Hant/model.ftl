model-busy = 語言模型正忙，這次由我離線理解。
model-late = 語言模型太慢，這次由我離線理解。
model-unreachable = 連不上語言模型，這次由我離線理解。
model-unusable = 語言模型的回答不可用，這次由我離線理解。
model-spent = 語言模型的額度暫時用完，這次由我離線理解。
model-prose = { $text }
