summary-headline = { $all ->
    [0] 没有可总结的评论（{ $about }，{ $days }）。
   *[other] { $all } 条评论说了什么（{ $about }，{ $days }）：
  }
summary-feeling = { $n ->
   *[other] 其中 { $n } 条是负面的（{ $share }）。
  }
summary-sentence = { $text } [{ $ids }]
summary-dropped = { $n ->
   *[other] 略去了 { $n } 句：评论不支持这些说法。
  }
summary-rule = 主题按分类词表统计（第 { $version } 版）；引文选自与其他评论共同点最多的
pasted-wants = 简而言之：{ $wants }。
pasted-headline = 简而言之：
pasted-only-order = 这段文字只有对机器的指令。我没有执行。
pasted-about = 涉及：{ $themes }。
pasted-feels = 语气：{ $feelings }。
pasted-urgent = 紧急原因：{ $reasons }。
pasted-sentence = “{ $text }”
pasted-order = 这一部分像是对机器的指令；它是客户的文字，我没有执行：“{ $text }”
pasted-rule = { $left ->
    [0] 原文摘录，已去除个人信息；未执行其中任何内容
   *[other] 原文摘录，已去除个人信息；另有 { $left } 句未显示；未执行其中任何内容
  }
pasted-none = 是哪段文字？请放在引号里，或写在冒号后面。
similar-headline = { $n ->
    [0] 没有其他与 #{ $id } 相似的评论（{ $days }）。
   *[other] 与 #{ $id } 最相似的 { $n } 条评论（{ $days }）：
  }
similar-theme = { $n ->
    [0] 没有其他人提到“{ $theme }”。
   *[other] 另有 { $n } 条评论提到“{ $theme }”：占全部的 { $share }（95% 区间 { $low } 至 { $high }）。
  }
similar-rule = 按词语及其组成部分比较相似度，最接近的在前；主题按分类词表统计
similar-nothing = 与哪一条相似？请先查看评论，再说“更多类似第一条的”。
words-headline = { $all ->
    [0] 没有可统计词语的评论（{ $where }，{ $days }）。
   *[other] { $all } 条评论中最常用的词语（{ $where }，{ $days }）：
  }
words-language = { $n ->
   *[other] { $language }，{ $n } 条评论：
  }
words-rule = 每条评论中一个词只计一次，含其变化形式；虚词和单纯表达好恶的词不计；短语是指同时出现远多于偶然的词
column-words = 词语
column-phrases = 短语
column-language = 语言
found-headline = { $n ->
   *[other] 另外，在没有主题的评论中发现 { $n } 个现有主题未涵盖的内容：
  }
found-none = 没有主题的评论之间没有明显的共同点
found-add = 添加为主题：{ $name }
count-theme = 按主题“{ $theme }”的各语言词语统计：{ $all } 条中 { $n } 条（{ $share }，95% 区间 { $low } 至 { $high }）
