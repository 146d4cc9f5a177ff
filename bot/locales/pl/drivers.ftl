drivers-by-weight = { $subject }: co idzie w parze z tym wynikiem, według wag względnych. Razem wyjaśniają { $explained } jego zmienności ({ $complete ->
    [one] 1 osoba oceniła
    [few] { $complete } osoby oceniły
    [many] { $complete } osób oceniło
   *[other] { $complete } osoby oceniły
  } wszystkie pozycje: { $by }). Obok wag stoją korelacje; kolejność jest według wag.
drivers-by-correlation = { $subject }: co idzie w parze z tym wynikiem, według korelacji. Wagi względne wymagają osób, które oceniły wszystkie pozycje ({ $by }); było ich { $complete } z { $respondents }.
drivers-none = { $subject }: nikt, kto odpowiedział, nie ocenił w tym okresie żadnej pozycji ({ $by }), więc nie wiem, co idzie w parze z tym wynikiem.
drivers-tied = Nie do odróżnienia od pierwszej pozycji: { $names }.
drivers-undecided = Nierozstrzygnięte, nie do odróżnienia od braku związku: { $names }.
drivers-caution = To, co idzie w parze z wynikiem, nie musi być jego przyczyną.
drivers-pairing-row = jedna ankieta to jeden respondent, „nie dotyczy” nie jest oceną
drivers-pairing-customer = jeden klient to jeden respondent, jego oceny z tego okresu razem
drivers-passport = { $definition } · { $days } · { $n ->
    [one] 1 respondent
    [few] { $n } respondentów
    [many] { $n } respondentów
   *[other] { $n } respondenta
  } · { $pairing } · oceny w skali { $instrument } · { $sources }
column-driver-weights = Waga
column-driver-correlations = Korelacja
column-driver-score = Własny wynik
column-placement = Położenie
priorities-first = { $subject }: najpierw poprawić to, co liczy się bardziej niż większość i wypada gorzej niż reszta: { $names }.
priorities-unsure = { $subject }: nic ({ $by }) nie jest na pewno i ważniejsze niż większość, i gorsze niż reszta, więc te odpowiedzi nie wskazują, co poprawić najpierw.
placement-fix-first = poprawić najpierw
placement-keep-up = utrzymać
placement-watch = wypada słabo, liczy się mniej
placement-fine = wypada dobrze, liczy się mniej
placement-undecided = nierozstrzygnięte
