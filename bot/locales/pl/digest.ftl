digest-headline = Dzień dobry, { $name }. { $n ->
    [0] W ostatnich 7 dniach nic nie zmieniło się ponad szum.
    [one] 1 zmiana warta uwagi w ostatnich 7 dniach:
    [few] { $n } zmiany warte uwagi w ostatnich 7 dniach:
    [many] { $n } zmian wartych uwagi w ostatnich 7 dniach:
   *[other] { $n } zmiany wartej uwagi w ostatnich 7 dniach:
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
