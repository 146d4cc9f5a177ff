customer-headline = Klient { $key }
customer-named = { $name } (klient { $key })
customer-facts = { $facts }
customer-since = W bazie klientów od: { $day }.
customer-contact = Kontakt: { $contact }
customer-last = Ostatnio: { $event }
customer-event = { $kind ->
    [order] zamówienie
    [delivery] dostawa
    [return] zwrot
    [visit] wizyta
    [ticket] zgłoszenie
   *[other] { $kind }
  }, { $at }, { $where }
customer-event-value = { $kind ->
    [order] zamówienie
    [delivery] dostawa
    [return] zwrot
    [visit] wizyta
    [ticket] zgłoszenie
   *[other] { $kind }
  }, { $at }, { $where }, { $value }
customer-orders = { $n ->
    [0] Wśród ostatnich zdarzeń nie ma zamówień.
    [one] 1 zamówienie wśród ostatnich zdarzeń:
    [few] { $n } zamówienia wśród ostatnich zdarzeń:
    [many] { $n } zamówień wśród ostatnich zdarzeń:
   *[other] { $n } zamówienia wśród ostatnich zdarzeń:
  }
customer-complaints = Tak. Złe opinie lub oceny: { $n } z { $all }.
customer-no-complaints = Jak dotąd bez skarg ({ $all ->
    [one] 1 opinia lub ocena
    [few] { $all } opinie lub oceny
    [many] { $all } opinii lub ocen
   *[other] { $all } opinii lub oceny
  }).
customer-last-contact = Ostatni kontakt: { $at }.
customer-never = Nie mamy zapisanego żadnego kontaktu.
customer-cases = { $n ->
    [0] Brak otwartych spraw, do których masz wgląd.
    [one] Otwarta sprawa: { $numbers }.
    [few] Otwarte sprawy: { $numbers }.
    [many] Otwarte sprawy: { $numbers }.
   *[other] Otwarte sprawy: { $numbers }.
  }
customer-consent = Zgody udzielone: { $yes }. Zgody nieudzielone: { $no }.
customer-scores = Oceny, od najnowszej: { $scores }.
customer-basis = Podstawa: { $events ->
    [one] 1 zdarzenie
    [few] { $events } zdarzenia
    [many] { $events } zdarzeń
   *[other] { $events } zdarzenia
  } i { $feedback ->
    [one] 1 opinia
    [few] { $feedback } opinie
    [many] { $feedback } opinii
   *[other] { $feedback } opinii
  } w bazie
customer-unknown = Nie znam klienta „{ $name }”. Podaj numer klienta albo pełne imię i nazwisko.
customer-unknown-here = Wśród klientów, do których masz wgląd, nie ma „{ $name }”.
