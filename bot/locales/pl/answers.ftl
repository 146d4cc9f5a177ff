score-subject = { $metric }, { $days }
score-subject-where = { $metric } – { $where }, { $days }
score-publish = { $subject }: { $value } (przedział 95%: od { $low } do { $high }, { $n ->
    [one] 1 odpowiedź
    [few] { $n } odpowiedzi
    [many] { $n } odpowiedzi
   *[other] { $n } odpowiedzi
  }).
score-directional = { $subject }: { $value }, tylko orientacyjnie (przedział 95%: od { $low } do { $high }, { $n ->
    [one] 1 odpowiedź
    [few] { $n } odpowiedzi
    [many] { $n } odpowiedzi
   *[other] { $n } odpowiedzi
  }).
score-plain = { $subject }: { $value }.
score-suppressed = { $subject }: za mało odpowiedzi, żeby podać wynik ({ $n ->
    [0] nie ma żadnej
    [one] jest tylko 1
    [few] są tylko { $n }
    [many] jest tylko { $n }
   *[other] jest tylko { $n }
  }). Poniżej 5 odpowiedzi nie pokazuję wartości.
change-real = Na tle okresu { $days } ({ $base }, n = { $n }): { $change }, rzeczywista zmiana (przedział 95%: od { $low } do { $high }).
change-noise = Na tle okresu { $days } ({ $base }, n = { $n }): { $change }, to mieści się w szumie (przedział 95%: od { $low } do { $high }); przy tej liczbie odpowiedzi widać dopiero zmianę większą niż { $detectable }.
change-undecided = Na tle okresu { $days } ({ $base }, n = { $n }): { $change }, za mało odpowiedzi, żeby odróżnić to od szumu (przedział 95%: od { $low } do { $high }).
change-too-few = Na tle okresu { $days }: było tam za mało odpowiedzi do porównania (n = { $n }).
score-spread = Odpowiedzi: { $parts }.
score-spread-part = { $answers }: { $share }
score-apart = Nie wliczono, bo pytano na innej skali: { $others }.
score-apart-part = { $metric } ({ $n ->
    [one] 1 odpowiedź
    [few] { $n } odpowiedzi
    [many] { $n } odpowiedzi
   *[other] { $n } odpowiedzi
  })
change-finished = W dniach, które już minęły, { $days }: { $value }.
change-running = Ten okres jeszcze trwa, więc nie porównuję go z poprzednim.
difference-real = { $a } na tle: { $b } ({ $base }, n = { $n }): { $change }, rzeczywista różnica (przedział 95%: od { $low } do { $high }).
difference-noise = { $a } na tle: { $b } ({ $base }, n = { $n }): { $change }, to mieści się w szumie (przedział 95%: od { $low } do { $high }); przy tej liczbie odpowiedzi widać dopiero różnicę większą niż { $detectable }.
difference-undecided = { $a } na tle: { $b } ({ $base }, n = { $n }): { $change }, za mało odpowiedzi, żeby odróżnić to od szumu (przedział 95%: od { $low } do { $high }).
next-last-month = A w zeszłym miesiącu?
next-by-store = Według sklepów
next-why = Dlaczego?
table-cut = { $left ->
    [one] Nie pokazuję jeszcze 1 grupy.
    [few] Nie pokazuję jeszcze { $left } grup.
    [many] Nie pokazuję jeszcze { $left } grup.
   *[other] Nie pokazuję jeszcze { $left } grupy.
  }
column-score = Wynik
column-interval = Przedział 95%
column-n = Odpowiedzi
column-before = Wcześniej
column-change = Zmiana
column-verdict = Werdykt
column-mix = Struktura
column-rate = Oceny
column-against-rest = Na tle reszty
cell-suppressed = za mało
cell-directional = { $value } (orientacyjnie)
cell-interval = od { $low } do { $high }
cell-against-rest = { $change }, { $verdict }
verdict-real = rzeczywista
verdict-noise = szum
verdict-undecided = nierozstrzygnięta
group-unknown = brak danych
dimension-touchpoint = punkt styku
dimension-channel = kanał
dimension-segment = segment
dimension-unit = miejsce
dimension-store = sklep
dimension-region = region
dimension-country = kraj
dimension-persona = persona
dimension-journey = ścieżka klienta
dimension-stage = etap
dimension-theme = temat
dimension-language = język
dimension-source = źródło
dimension-hour = godzina
dimension-day = dzień
dimension-weekday = dzień tygodnia
dimension-week = tydzień
dimension-month = miesiąc
dimension-quarter = kwartał
dimension-year = rok
dimension-attribute = { $name }
rank-none = { $subject }, w podziale: { $by }. Żadna grupa nie ma tylu odpowiedzi, ilu wymaga ranking ({ $needed }).
enough-to-score = Najkrótszy okres z wystarczającą liczbą odpowiedzi: ostatnie { $days } dni ({ $n }).
enough-to-rank = Najkrótszy okres, w którym co najmniej dwie grupy mają dość odpowiedzi na ranking: ostatnie { $days } dni.
enough-never = Nawet z ostatnich { $days } dni odpowiedzi jest za mało.
enough-try = Ostatnie { $days } dni
rank-unsure = { $subject }, w podziale: { $by }. Nic nie odstaje wyraźnie od reszty; kolejność poniżej może być dziełem przypadku.
rank-lowest = { $subject }. Wyraźnie poniżej reszty: { $names }.
rank-highest = { $subject }. Wyraźnie powyżej reszty: { $names }.
rank-too-few = Poza rankingiem, za mało odpowiedzi (poniżej { $needed }): { $names }.
rank-tied = Różnica wobec pozycji { $first } może być przypadkowa: { $names }.
explain-coincides = W tych samych dniach, co nie musi być przyczyną: { $others }.
explain-event = { $name } ({ $day }: { $touched })
explain-sum = { $change } = { $mix } ze zmiany struktury ({ $by }) oraz { $rate } ze zmiany ocen wewnątrz grup.
explain-reversal = Każda grupa poszła w jedną stronę, a całość w drugą: zmieniła się struktura, nie obsługa.
explain-information = To może być przypadek; poniżej sama arytmetyka, dla informacji.
explain-by = Najlepiej tłumaczy to wymiar: { $by }.
explain-by-also = Najlepiej tłumaczy to wymiar: { $by }; widać to też w podziale: { $others }.
explain-by-none = Żaden wymiar tego nie tłumaczy: w podziale ({ $by }) żadna grupa nie wyróżnia się bardziej niż przypadkiem.
explain-not-by = W tym podziale ({ $by }) żadna grupa nie wyróżnia się bardziej niż przypadkiem: to tego nie tłumaczy.
explain-untried = Nie sprawdzono, bo odpowiedzi jest bardzo dużo: { $by }. Wystarczy nazwać wymiar („dlaczego, według ...?”), a sprawdzę.
