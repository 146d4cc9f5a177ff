model-busy = 语言模型正忙，这次由我离线理解。
model-late = 语言模型太慢，这次由我离线理解。
model-unreachable = 连不上语言模型，这次由我离线理解。
model-unusable = 语言模型的回答不可用，这次由我离线理解。
model-spent = 语言模型的额度暂时用完，这次由我离线理解。
model-prose = { $text }
