cases-open = { $n ->
    [0] Nie ma otwartych spraw.
    [one] 1 otwarta sprawa.
    [few] { $n } otwarte sprawy.
    [many] { $n } otwartych spraw.
   *[other] { $n } otwartej sprawy.
  }
cases-sla-due-today = { $n ->
    [0] Żadna sprawa nie ma terminu na dziś.
    [one] 1 sprawa ma termin na dziś.
    [few] { $n } sprawy mają termin na dziś.
    [many] { $n } spraw ma termin na dziś.
   *[other] { $n } sprawy ma termin na dziś.
  }
cases-overdue = { $n ->
    [0] Żadna sprawa nie jest po terminie.
    [one] 1 sprawa jest po terminie.
    [few] { $n } sprawy są po terminie.
    [many] { $n } spraw jest po terminie.
   *[other] { $n } sprawy jest po terminie.
  }
cases-new = { $n ->
    [0] Brak nowych spraw w ostatnich 7 dniach.
    [one] 1 nowa sprawa w ostatnich 7 dniach.
    [few] { $n } nowe sprawy w ostatnich 7 dniach.
    [many] { $n } nowych spraw w ostatnich 7 dniach.
   *[other] { $n } nowej sprawy w ostatnich 7 dniach.
  }
cases-unassigned = { $n ->
    [0] Każda sprawa ma opiekuna.
    [one] 1 sprawa nie ma opiekuna.
    [few] { $n } sprawy nie mają opiekuna.
    [many] { $n } spraw nie ma opiekuna.
   *[other] { $n } sprawy nie ma opiekuna.
  }
cases-closed = { $n ->
    [0] Nie ma zamkniętych spraw.
    [one] 1 zamknięta sprawa.
    [few] { $n } zamknięte sprawy.
    [many] { $n } zamkniętych spraw.
   *[other] { $n } zamkniętej sprawy.
  }
cases-cut = { $left ->
    [one] Nie pokazuję jeszcze 1 sprawy.
    [few] Nie pokazuję jeszcze { $left } spraw.
    [many] Nie pokazuję jeszcze { $left } spraw.
   *[other] Nie pokazuję jeszcze { $left } sprawy.
  }
column-case = Sprawa
column-customer = Klient
column-about = Dotyczy
column-owner = Opiekun
column-due = Termin
column-priority = Priorytet
cell-overdue = { $at } (po terminie)
cell-nobody = nikt
priority-critical = krytyczny
priority-high = wysoki
priority-normal = zwykły
cases-asked = pytanie: { $what }
