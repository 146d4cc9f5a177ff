summary-headline = { $all ->
    [0] 沒有可總結的評論（{ $about }，{ $days }）。
   *[other] { $all } 則評論說了什麼（{ $about }，{ $days }）：
  }
summary-feeling = { $n ->
   *[other] 其中 { $n } 則是負面的（{ $share }）。
  }
summary-sentence = { $text } [{ $ids }]
summary-dropped = { $n ->
   *[other] 略去了 { $n } 句：評論不支持這些說法。
  }
summary-rule = 主題按分類詞表統計（第 { $version } 版）；引文選自與其他評論共同點最多的
pasted-wants = 簡而言之：{ $wants }。
pasted-headline = 簡而言之：
pasted-only-order = 這段文字只有對機器的指令。我沒有執行。
pasted-about = 涉及：{ $themes }。
pasted-feels = 語氣：{ $feelings }。
pasted-urgent = 緊急原因：{ $reasons }。
pasted-sentence = 「{ $text }」
pasted-order = 這一部分像是對機器的指令；它是客戶的文字，我沒有執行：「{ $text }」
pasted-rule = { $left ->
    [0] 原文摘錄，已去除個人資料；未執行其中任何內容
   *[other] 原文摘錄，已去除個人資料；另有 { $left } 句未顯示；未執行其中任何內容
  }
pasted-none = 是哪段文字？請放在引號裡，或寫在冒號後面。
similar-headline = { $n ->
    [0] 沒有其他與 #{ $id } 相似的評論（{ $days }）。
   *[other] 與 #{ $id } 最相似的 { $n } 則評論（{ $days }）：
  }
similar-theme = { $n ->
    [0] 沒有其他人提到「{ $theme }」。
   *[other] 另有 { $n } 則評論提到「{ $theme }」：佔全部的 { $share }（95% 區間 { $low } 至 { $high }）。
  }
similar-rule = 按詞語及其組成部分比較相似度，最接近的在前；主題按分類詞表統計
similar-nothing = 與哪一則相似？請先查看評論，再說「更多類似第一則的」。
words-headline = { $all ->
    [0] 沒有可統計詞語的評論（{ $where }，{ $days }）。
   *[other] { $all } 則評論中最常用的詞語（{ $where }，{ $days }）：
  }
words-language = { $n ->
   *[other] { $language }，{ $n } 則評論：
  }
words-rule = 每則評論中一個詞只計一次，含其變化形式；虛詞和單純表達好惡的詞不計；短語是指同時出現遠多於偶然的詞
column-words = 詞語
column-phrases = 短語
column-language = 語言
found-headline = { $n ->
   *[other] 另外，在沒有主題的評論中發現 { $n } 個現有主題未涵蓋的內容：
  }
found-none = 沒有主題的評論之間沒有明顯的共同點
found-add = 新增為主題：{ $name }
count-theme = 按主題「{ $theme }」的各語言詞語統計：{ $all } 則中 { $n } 則（{ $share }，95% 區間 { $low } 至 { $high }）
