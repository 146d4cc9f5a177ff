theme-edit-add = 新增主題「{ $name }」？
theme-edit-add-words = 為主題「{ $name }」新增詞語？
theme-edit-remove-words = 從主題「{ $name }」中刪除詞語？
theme-edit-rename = 把主題「{ $name }」改名為「{ $into }」？
theme-edit-remove = 刪除主題「{ $name }」？
theme-edit-merge = 把主題「{ $name }」併入「{ $into }」？
theme-edit-effect = { $n ->
   *[other] { $all } 則評論中將有 { $n } 則屬於「{ $name }」（{ $share }）：比現在多 { $gains } 則，少 { $loses } 則。
  }
theme-edit-done = 已完成：分類已更改，評論已按新分類重新標註。之前的版本已保留。
theme-edit-later = 已完成：分類已更改。評論較多，將在背景重新標註。之前的版本已保留。
theme-edit-stale = 在我給您看過之後，分類又有變動，所以我沒有執行。請再問一次，我會按現狀展示。
theme-edit-unknown = 沒有名為「{ $name }」的主題。您指的是哪一個？
theme-edit-exists = 主題「{ $name }」已經存在。可以為它新增詞語。
theme-edit-no-words = 主題「{ $name }」至少需要一個詞語。用哪些詞？
theme-edit-too-many = 詞語太多了（一個主題最多 200 個）。對「{ $name }」來說哪些最重要？
theme-edit-no-change = 這不會改變主題「{ $name }」。您想改什麼？
column-terms-lost = 刪除的詞語
column-terms-gained = 新增的詞語
