tag-preview = { $field ->
    [theme] 把這則評論的主題
    [sentiment] 把這則評論的情感
    [touchpoint] 把這則評論的觸點
   *[language] 把這則評論的語言
  }從「{ $was }」改為「{ $label }」？
tag-corrected = { $field ->
    [theme] 已更正：這則評論的主題是「{ $label }」，統計從現在起按此計算。
    [sentiment] 已更正：這則評論的情感是「{ $label }」，統計從現在起按此計算。
    [touchpoint] 已更正：這則評論及其評分現在歸在「{ $label }」。
   *[language] 已更正：這則評論的語言是「{ $label }」。
  }
tag-already = { $field ->
    [theme] 這則評論的主題已經是「{ $label }」。
    [sentiment] 這則評論的情感已經是「{ $label }」。
    [touchpoint] 這則評論已經歸在「{ $label }」。
   *[language] 這則評論的語言已經是「{ $label }」。
  }
tag-which-comment = 哪一則評論？請先查看評論，再說第一則的標籤錯在哪裡。
tag-which-value = { $n ->
    [0] 沒有叫「{ $value }」的{ $field ->
        [theme] 主題
        [sentiment] 情感
        [touchpoint] 觸點
       *[language] 語言
      }。應該是什麼？
   *[other] 「{ $value }」是指哪一個？
  }
tag-none = 無
labels-headline = 這則評論的標籤及其依據的詞語：
column-label = 標籤
column-rests-on = 依據
label-field-theme = 主題
label-field-sentiment = 情感
label-field-emotion = 情緒
label-field-urgency = 緊急原因
label-field-intent = 意圖
label-field-junk = 無內容
label-field-mood-turn = 情緒轉變
label-field-language = 語言
label-field-mixed = 夾雜
label-said-by-person = { $label }（人工更正）
label-strength = { $label }（{ $strength }）
label-sentiment-negative = 負面
label-sentiment-neutral = 中性
label-sentiment-positive = 正面
label-emotion-anger = 憤怒
label-emotion-disappointment = 失望
label-emotion-anxiety = 焦慮
label-emotion-confusion = 困惑
label-emotion-joy = 喜悅
label-emotion-gratitude = 感激
label-urgency-safety = 安全問題
label-urgency-legal = 法律威脅
label-urgency-vulnerable = 涉及弱勢人士
label-urgency-money = 涉及錢款
label-urgency-deadline = 有期限
label-urgency-public = 揚言公開
label-urgency-waiting = 等了很久
label-intent-leave = 想離開
label-intent-refund = 要退款
label-intent-buy-again = 會再買
label-intent-recommend = 推薦
label-intent-not-recommend = 不推薦
label-intent-question = 提問
label-intent-legal-or-safety = 法律或安全事項
label-intent-praise-person = 表揚某人
label-junk-no-words = 沒有文字
label-junk-keyboard = 亂敲鍵盤
label-junk-repeated = 重複同一個詞
label-junk-advert = 廣告
label-junk-copy = 與之前的評論逐字相同
label-mood-turn-better = 變好
label-mood-turn-worse = 變差
label-language-en = 英文
label-language-pl = 波蘭文
label-language-zh = 中文
label-language-pt = 葡萄牙文
label-language-de = 德文
label-of-field = { $field }：{ $label }
