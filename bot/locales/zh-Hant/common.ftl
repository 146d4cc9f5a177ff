quote = 「{ $text }」
prompt-hello = { $name }，您好！您可以問我分數、顧客的心聲、某位顧客的狀況或您的工單。輸入「幫助」了解更多，輸入「退出」離開。
prompt-demo = 這是示範公司，資料截至 { $now }。其中一切均為虛構。
passport = { $definition } · { $days } · { $n } 份回答 · { $where } · { $sources }
passport-everything = 全公司
source-fresh = { $name } 截至 { $at }
source-late = { $name } 截至 { $at }，已延遲
source-never = { $name }：尚無資料
