draft-headline = Szkic do klienta { $customer } (język: { $language }); niewysłany:
case-letter = { $text }
draft-fell-back = Klient pisze w języku { $language }; nie mam w nim zdań, więc szkic jest po angielsku.
draft-promises = Obiecuje odpowiedź na czas i nic więcej: żadnych pieniędzy ani wyjątków.
draft-several = { $n ->
    [one] Pasuje 1 klient: { $name }. Który?
    [few] Pasuje { $n } klientów: { $name }. Który?
    [many] Pasuje { $n } klientów: { $name }. Który?
   *[other] Pasuje { $n } klienta: { $name }. Który?
  }
draft-nobody = Nie znajduję klienta { $name }, do którego możesz pisać.
reply-preview = Wysłać to klientowi { $customer } na jego czat (sprawa { $number })?
reply-sent = Wysłano do klienta { $customer }. Jego odpowiedź wróci do sprawy { $number }.
reply-nothing-drafted = W sprawie { $number } nie ma twojego szkicu. Poproś o szkic albo napisz „odpowiedz: …” własnymi słowami.
reply-no-consent = Klient { $customer } nie życzy sobie kontaktu, więc nic nie wysyłam.
reply-no-chat = Klient { $customer } nie ma z nami czatu, więc nie mogę wysłać. W kartotece jest { $ways }; powiedz, gdy się skontaktujesz.
reply-no-way = Klient { $customer } nie ma z nami czatu, a w kartotece nie ma telefonu ani e-maila.
reply-way-phone = numer telefonu
reply-way-email = adres e-mail
draft-hello-named = Dzień dobry, { $name },
draft-hello = Dzień dobry,
draft-sorry = dziękujemy za wiadomość i przepraszamy, że coś poszło nie tak.
draft-sorry-deep = bardzo przepraszamy. To nie powinno się wydarzyć i słusznie nam Państwo o tym napisali.
draft-about = Chodzi o Państwa opinię z dnia { $day } ({ $touchpoint }).
draft-learn = Sprawdzamy krok po kroku, co się stało.
draft-until = Odezwiemy się najpóźniej { $day }.
draft-soon = Wkrótce się odezwiemy.
draft-warm = Dziękujemy za cierpliwość.
draft-bye = Z pozdrowieniami, { $name }
