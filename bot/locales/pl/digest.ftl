digest-headline = Dzień dobry, { $name }. { $n ->
    [0] W ostatnich 7 dniach, na tle 4 poprzednich tygodni, nic nie zmieniło się ponad szum.
    [one] 1 zmiana warta uwagi w ostatnich 7 dniach na tle 4 poprzednich tygodni:
    [few] { $n } zmiany warte uwagi w ostatnich 7 dniach na tle 4 poprzednich tygodni:
    [many] { $n } zmian wartych uwagi w ostatnich 7 dniach na tle 4 poprzednich tygodni:
   *[other] { $n } zmiany wartej uwagi w ostatnich 7 dniach na tle 4 poprzednich tygodni:
  }
digest-change = • { $metric } – { $where }: { $base } → { $now } ({ $change }, n = { $n }), rzeczywista zmiana.
digest-unchanged = { $n ->
    [0] Innych wyników do porównania nie ma.
    [one] 1 inny wynik bez zmian.
    [few] { $n } inne wyniki bez zmian.
    [many] { $n } innych wyników bez zmian.
   *[other] { $n } innego wyniku bez zmian.
  }
digest-negative = Do przejrzenia, od wczoraj:
digest-no-data = Nie ma jeszcze danych: po imporcie przegląd powie, co się zmienia.
