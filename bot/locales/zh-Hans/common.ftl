quote = “{ $text }”
prompt-hello = { $name }，您好！您可以问我分数、客户的声音、某位客户的情况或您的工单。输入“帮助”了解更多，输入“退出”离开。
prompt-demo = 这是演示公司，数据截至 { $now }。其中一切均为虚构。
passport = { $definition } · { $days } · { $n } 份回答 · { $where } · { $sources }
passport-everything = 全公司
source-fresh = { $name } 截至 { $at }
source-late = { $name } 截至 { $at }，已延迟
source-never = { $name }：尚无数据
