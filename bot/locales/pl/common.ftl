quote = „{ $text }”
prompt-hello = Dzień dobry, { $name }. Pytaj o wyniki, o to, co mówią klienci, o konkretnego klienta albo o swoje sprawy. Wpisz „pomoc” albo „koniec”, żeby wyjść.
prompt-demo = To firma demonstracyjna, stan na: { $now }. Wszystko w niej jest zmyślone.
passport = { $definition } · { $days } · { $n ->
    [one] 1 odpowiedź
    [few] { $n } odpowiedzi
    [many] { $n } odpowiedzi
   *[other] { $n } odpowiedzi
  } · { $where } · { $sources }
passport-everything = cała firma
source-fresh = { $name }: stan na { $at }
source-late = { $name }: stan na { $at }, opóźnione
source-never = { $name }: jeszcze bez danych
