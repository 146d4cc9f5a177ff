quote = “{ $text }”
prompt-hello = Hello { $name }. Ask me about scores, what customers say, a customer or your cases. Type “help”, or “quit” to leave.
prompt-demo = This is the demo company, as of { $now }. Everything in it is invented.
passport = { $definition } · { $days } · { $n ->
    [one] 1 answer
   *[other] { $n } answers
  } · { $where } · { $sources }
passport-everything = whole company
source-fresh = { $name } as of { $at }
source-late = { $name } as of { $at }, late
source-never = { $name }: no data yet
