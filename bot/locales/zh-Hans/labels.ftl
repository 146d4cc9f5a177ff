tag-preview = { $field ->
    [theme] 把这条评论的主题
    [sentiment] 把这条评论的情感
    [touchpoint] 把这条评论的触点
   *[language] 把这条评论的语言
  }从“{ $was }”改为“{ $label }”？
tag-corrected = { $field ->
    [theme] 已更正：这条评论的主题是“{ $label }”，统计从现在起按此计算。
    [sentiment] 已更正：这条评论的情感是“{ $label }”，统计从现在起按此计算。
    [touchpoint] 已更正：这条评论及其评分现在归在“{ $label }”。
   *[language] 已更正：这条评论的语言是“{ $label }”。
  }
tag-already = { $field ->
    [theme] 这条评论的主题已经是“{ $label }”。
    [sentiment] 这条评论的情感已经是“{ $label }”。
    [touchpoint] 这条评论已经归在“{ $label }”。
   *[language] 这条评论的语言已经是“{ $label }”。
  }
tag-which-comment = 哪一条评论？请先查看评论，再说第一条的标签错在哪里。
tag-which-value = { $n ->
    [0] 没有叫“{ $value }”的{ $field ->
        [theme] 主题
        [sentiment] 情感
        [touchpoint] 触点
       *[language] 语言
      }。应该是什么？
   *[other] “{ $value }”是指哪一个？
  }
tag-none = 无
labels-headline = 这条评论的标签及其依据的词语：
column-label = 标签
column-rests-on = 依据
label-field-theme = 主题
label-field-sentiment = 情感
label-field-emotion = 情绪
label-field-urgency = 紧急原因
label-field-intent = 意图
label-field-junk = 无内容
label-field-mood-turn = 情绪转变
label-field-language = 语言
label-field-mixed = 夹杂
label-said-by-person = { $label }（人工更正）
label-strength = { $label }（{ $strength }）
label-sentiment-negative = 负面
label-sentiment-neutral = 中性
label-sentiment-positive = 正面
label-emotion-anger = 愤怒
label-emotion-disappointment = 失望
label-emotion-anxiety = 焦虑
label-emotion-confusion = 困惑
label-emotion-joy = 喜悦
label-emotion-gratitude = 感激
label-urgency-safety = 安全问题
label-urgency-legal = 法律威胁
label-urgency-vulnerable = 涉及弱势人士
label-urgency-money = 涉及钱款
label-urgency-deadline = 有期限
label-urgency-public = 扬言曝光
label-urgency-waiting = 等了很久
label-intent-leave = 想离开
label-intent-refund = 要退款
label-intent-buy-again = 会再买
label-intent-recommend = 推荐
label-intent-not-recommend = 不推荐
label-intent-question = 提问
label-intent-legal-or-safety = 法律或安全事项
label-intent-praise-person = 表扬某人
label-junk-no-words = 没有文字
label-junk-keyboard = 乱敲键盘
label-junk-repeated = 重复同一个词
label-junk-advert = 广告
label-junk-copy = 与之前的评论逐字相同
label-mood-turn-better = 变好
label-mood-turn-worse = 变差
label-language-en = 英文
label-language-pl = 波兰文
label-language-zh = 中文
label-language-pt = 葡萄牙文
label-language-de = 德文
label-of-field = { $field }：{ $label }
