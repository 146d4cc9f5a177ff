signals-found = { $subject }: { $n ->
    [one] 1 sygnał
    [few] { $n } sygnały
    [many] { $n } sygnałów
   *[other] { $n } sygnału
  }.
signals-none = { $subject }: brak sygnałów; nic nie zmieniło się ponad szum.
signals-unwatched = { $subject }: za mało odpowiedzi lub dni, żeby odróżnić sygnał od szumu; potrzeba 28 dni i 100 odpowiedzi.
signals-passed = { $n ->
    [one] Jeszcze 1 sygnał padł w swoim czasie, ale z perspektywy to nie więcej niż przypadek:
    [few] Jeszcze { $n } sygnały padły w swoim czasie, ale z perspektywy to nie więcej niż przypadek:
    [many] Jeszcze { $n } sygnałów padło w swoim czasie, ale z perspektywy to nie więcej niż przypadek:
   *[other] Jeszcze { $n } sygnału padło w swoim czasie, ale z perspektywy to nie więcej niż przypadek:
  }
signals-too-thin = Nieobserwowane, za mało odpowiedzi: { $names }.
signals-passport = { $definition } · { $days } · { $watched ->
    [one] 1 szereg obserwowany dzień po dniu
    [few] { $watched } szeregi obserwowane dzień po dniu
    [many] { $watched } szeregów obserwowanych dzień po dniu
   *[other] { $watched } szeregu obserwowanego dzień po dniu
  } · { $sources }
signal-drift = dryf
signal-spike = skok złych ocen
signal-change-point = zmiana poziomu
signal-weekday = co tydzień: { $weekday }
signal-surge = znacznie więcej opinii niż zwykle
signal-silence = znacznie mniej opinii niż zwykle
signal-holds = utrzymuje się
column-signal-signal = Sygnał
column-signal-told = Zgłoszony
column-signal-since = Od
column-signal-until = Do
column-signal-before = Przedtem
column-signal-score = Wynik
column-signal-change = Zmiana
weekday-0 = poniedziałek
weekday-1 = wtorek
weekday-2 = środa
weekday-3 = czwartek
weekday-4 = piątek
weekday-5 = sobota
weekday-6 = niedziela
