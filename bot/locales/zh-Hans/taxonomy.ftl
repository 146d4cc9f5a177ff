theme-edit-add = 添加主题“{ $name }”？
theme-edit-add-words = 给主题“{ $name }”添加词语？
theme-edit-remove-words = 从主题“{ $name }”中删除词语？
theme-edit-rename = 把主题“{ $name }”改名为“{ $into }”？
theme-edit-remove = 删除主题“{ $name }”？
theme-edit-merge = 把主题“{ $name }”并入“{ $into }”？
theme-edit-effect = { $n ->
   *[other] { $all } 条评论中将有 { $n } 条属于“{ $name }”（{ $share }）：比现在多 { $gains } 条，少 { $loses } 条。
  }
theme-edit-done = 已完成：分类已更改，评论已按新分类重新标注。之前的版本已保留。
theme-edit-later = 已完成：分类已更改。评论较多，将在后台重新标注。之前的版本已保留。
theme-edit-stale = 在我给您看过之后，分类又有变动，所以我没有执行。请再问一次，我会按现状展示。
theme-edit-unknown = 没有名为“{ $name }”的主题。您指的是哪一个？
theme-edit-exists = 主题“{ $name }”已经存在。可以给它添加词语。
theme-edit-no-words = 主题“{ $name }”至少需要一个词语。用哪些词？
theme-edit-too-many = 词语太多了（一个主题最多 200 个）。对“{ $name }”来说哪些最重要？
theme-edit-no-change = 这不会改变主题“{ $name }”。您想改什么？
column-terms-lost = 删除的词语
column-terms-gained = 添加的词语
