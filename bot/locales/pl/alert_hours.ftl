alert-hours-preview = Od { $from } do { $to } bez alertów, a dziennie najwyżej { $budget ->
    [one] 1 wiadomość
    [few] { $budget } wiadomości
    [many] { $budget } wiadomości
   *[other] { $budget } wiadomości
  }. Czy tak?
alert-hours-critical = To, co krytyczne, przyjdzie od razu mimo to; reszta czeka na następne podsumowanie.
alert-hours-kept = Gotowe: od { $from } do { $to } bez alertów, dziennie najwyżej { $budget ->
    [one] 1 wiadomość
    [few] { $budget } wiadomości
    [many] { $budget } wiadomości
   *[other] { $budget } wiadomości
  }.
alert-hours-none = Cisza od { $from } do { $from } to żadna cisza. Od kiedy do kiedy mam nie wysyłać alertów?
