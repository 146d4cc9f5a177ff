digest-headline = Dzień dobry, { $name }. { $n ->
    [0] W ostatnich 7 dniach ({ $about }, na tle 4 poprzednich tygodni) nic nie zmieniło się ponad szum.
    [one] 1 zmiana warta uwagi w ostatnich 7 dniach ({ $about }, na tle 4 poprzednich tygodni):
    [few] { $n } zmiany warte uwagi w ostatnich 7 dniach ({ $about }, na tle 4 poprzednich tygodni):
    [many] { $n } zmian wartych uwagi w ostatnich 7 dniach ({ $about }, na tle 4 poprzednich tygodni):
   *[other] { $n } zmiany wartej uwagi w ostatnich 7 dniach ({ $about }, na tle 4 poprzednich tygodni):
  }
digest-late = Spóźnione: termin był { $at }.
digest-yours = Twoje punkty styku
digest-change = • { $metric } – { $where }: { $base } → { $now } ({ $change }, n = { $n }), rzeczywista zmiana.
digest-why = Dlaczego: { $reasons }.
digest-why-rate = same odpowiedzi z grupy { $name } przesunęły wynik o { $part }
digest-why-mix = udział odpowiedzi z grupy { $name } przesunął wynik o { $part }
digest-why-event = w tym samym czasie: { $name } ({ $day })
digest-wins = Sukcesy:
digest-more = { $n ->
    [one] Jest jeszcze 1 mniejsza zmiana.
    [few] Są jeszcze { $n } mniejsze zmiany.
    [many] Jest jeszcze { $n } mniejszych zmian.
   *[other] Jest jeszcze { $n } mniejszej zmiany.
  }
digest-needs = Na dziś: { $overdue ->
    [0] żadna sprawa nie jest po terminie
    [one] 1 sprawa jest po terminie
    [few] { $overdue } sprawy są po terminie
    [many] { $overdue } spraw jest po terminie
   *[other] { $overdue } sprawy jest po terminie
  }, { $today ->
    [0] żadna nie ma terminu później dziś.
    [one] 1 ma termin później dziś.
    [few] { $today } mają termin później dziś.
    [many] { $today } ma termin później dziś.
   *[other] { $today } ma termin później dziś.
  }
digest-alerts = { $n ->
    [one] Od wczoraj 1 alert dla Ciebie.
    [few] Od wczoraj { $n } alerty dla Ciebie.
    [many] Od wczoraj { $n } alertów dla Ciebie.
   *[other] Od wczoraj { $n } alertu dla Ciebie.
  }
digest-actions = { $n ->
    [one] 1 Twoje działanie ma termin w ciągu tygodnia.
    [few] { $n } Twoje działania mają termin w ciągu tygodnia.
    [many] { $n } Twoich działań ma termin w ciągu tygodnia.
   *[other] { $n } Twojego działania ma termin w ciągu tygodnia.
  }
digest-rising = Rośnie: { $theme }, w { $n ->
    [one] 1 tekście
    [few] { $n } tekstach
    [many] { $n } tekstach
   *[other] { $n } tekstu
  } tygodnia (oczekiwano { $before }).
digest-negative = { $n ->
    [0] Od wczoraj nikt nie był niezadowolony.
    [one] Niezadowoleni od wczoraj: 1.
    [few] Niezadowoleni od wczoraj: { $n }. Najgorsze:
    [many] Niezadowoleni od wczoraj: { $n }. Najgorsze:
   *[other] Niezadowoleni od wczoraj: { $n }. Najgorsze:
  }
digest-why-more = Skąd ta zmiana?
digest-unchanged = { $n ->
    [one] 1 wynik bez zmian ukryty
    [few] { $n } wyniki bez zmian ukryte
    [many] { $n } wyników bez zmian ukrytych
   *[other] { $n } wyniku bez zmian ukryte
  }
digest-no-data = Nie ma jeszcze danych: po imporcie przegląd powie, co się zmienia.
digest-every-day = codziennie o { $time }
digest-every-weekday = w dni robocze o { $time }
digest-on-days = { $days } o { $time }
digest-day-mon = w poniedziałki
digest-day-tue = we wtorki
digest-day-wed = w środy
digest-day-thu = w czwartki
digest-day-fri = w piątki
digest-day-sat = w soboty
digest-day-sun = w niedziele
digest-content-new-detractors = nowi krytycy
digest-content-overdue-cases = sprawy po terminie
digest-content-themes = rosnące tematy
digest-preview-new = Wysyłać Ci podsumowanie { $schedule }?
digest-preview-change = Wysyłać Ci odtąd podsumowanie { $schedule }? (Dotąd: { $was }.)
digest-preview-content = Zmienić zawartość Twojego podsumowania ({ $schedule })?
digest-preview-stop = Przestać wysyłać Ci podsumowanie ({ $was })?
digest-holds = Zawiera: { $content }.
digest-holds-usual = Zawiera to, czego zwykle potrzeba w Twojej roli: zmiany ponad szum, sprawy na dziś, rosnące tematy.
digest-language-en = Po angielsku.
digest-language-pl = Po polsku.
digest-language-zh-hans = Po chińsku (pismo uproszczone).
digest-language-zh-hant = Po chińsku (pismo tradycyjne).
digest-no-cases = Bez spraw: Twoja rola ich nie widzi.
digest-next = Pierwsze: { $at } ({ $zone }).
digest-kept = Gotowe. Podsumowanie przychodzi { $schedule }; następne: { $at }.
digest-stopped = Gotowe. Podsumowań już nie będzie.
digest-shown = Podsumowanie przychodzi { $schedule }; następne: { $at }.
digest-none = Nie masz podsumowania. Powiedz, kiedy ma przychodzić, na przykład „w dni robocze o 8:30 z NPS i sprawami po terminie”.
digest-never = Taki termin nigdy nie nadejdzie. Podaj dni tygodnia i godzinę, na przykład „w poniedziałki i czwartki o 9:00”.
