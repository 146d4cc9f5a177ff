alert-severe = { $n ->
    [one] Klient potrzebuje kogoś teraz: { $where }.
    [few] { $n } klientów potrzebuje kogoś teraz: { $where }.
   *[other] { $n } klientów potrzebuje kogoś teraz: { $where }.
  }
alert-threshold = { $metric }, { $where }: { $value } z ostatnich { $days ->
    [one] 24 godzin
    [few] { $days } dni
   *[other] { $days } dni
  } ({ $answers ->
    [one] 1 odpowiedź
    [few] { $answers } odpowiedzi
   *[other] { $answers } odpowiedzi
  }), { $op } Twojego progu { $limit }.
alert-drift = { $metric }, { $where }: { $value } od { $since }, wcześniej { $before } ({ $change }, prawdziwa zmiana; { $answers ->
    [one] 1 odpowiedź
    [few] { $answers } odpowiedzi
   *[other] { $answers } odpowiedzi
  }).
alert-spike = { $metric }, { $where }: { $value } w dniu { $day }, zwykle { $before } ({ $change }; { $answers ->
    [one] 1 odpowiedź
    [few] { $answers } odpowiedzi
   *[other] { $answers } odpowiedzi
  }).
alert-new-theme = Rośnie temat „{ $theme }”: { $texts ->
    [one] 1 komentarz
    [few] { $texts } komentarze
   *[other] { $texts } komentarzy
  } w 14 dni, { $times } raza więcej niż zwykle.
alert-response = Mniej zaproszeń kończy się odpowiedzią: { $where }, { $value } z { $sent }, zwykle { $before }.
alert-stale = Źródło { $source } stanęło: nic nowego od { $hours ->
    [one] 1 godziny
    [few] { $hours } godzin
   *[other] { $hours } godzin
  }.
alert-low-score = { $where }: { $metric } { $score } z { $scale }, próg to { $limit } lub mniej.
alert-everything = cała firma
alert-op-below = poniżej
alert-op-at-most = nie więcej niż
alert-op-above = powyżej
alert-op-at-least = nie mniej niż
alert-reasons = Dlaczego to nie może czekać: { $reasons }.
alert-reason-words = { $reason } („{ $words }”)
alert-reason-lowest-score = jedna z najniższych ocen
alert-reason-low-score = niska ocena
alert-reason-safety = bezpieczeństwo
alert-reason-legal = słowa prawne
alert-reason-vulnerable = ktoś bezbronny
alert-reason-money = pieniądze
alert-reason-deadline = termin
alert-reason-public = groźba rozgłosu
alert-reason-waiting = czekanie
alert-reason-leave = chce odejść
alert-reason-legal-or-safety = prawo lub bezpieczeństwo
alert-reason-anger = złość
alert-reason-negative = negatywne słowa
alert-reason-refund = chce zwrotu pieniędzy
alert-part = { $group }: { $change } ({ $n ->
    [one] 1 odpowiedź
    [few] { $n } odpowiedzi
   *[other] { $n } odpowiedzi
  })
alert-case = Sprawa { $case } jest otwarta.
alert-to-you-touchpoint-owner = do Ciebie, bo to Twój punkt styku
alert-to-you-unit-manager = do Ciebie, bo kierujesz tą jednostką
alert-to-you-team = do Ciebie w imieniu zespołu
alert-to-you-role = do Ciebie z racji roli
alert-to-you-person = do Ciebie, bo prosi o to Twoja reguła
alert-to-you-deputy = do Ciebie, bo osoba odpowiedzialna jest nieobecna
alert-to-you-fallback = do Ciebie, bo nikt inny nie jest wskazany
alert-summary = { $n ->
    [one] Wstrzymano 1 alert:
    [few] Wstrzymano { $n } alerty:
   *[other] Wstrzymano { $n } alertów:
  }
alert-summary-item = – { $what }
alert-choice-why = Dlaczego to dostałem?
alert-choice-take = Biorę
alert-choice-draft = Przygotuj odpowiedź
alert-choice-snooze = Wycisz do jutra
alert-choice-false = To nie problem
alert-none = Nie wysłałem Ci jeszcze żadnego alertu.
alert-rule-severe = Reguła pojedynczych komentarzy: ocena i słowa dały { $points } punktu, wystarcza { $limit }.
alert-rule-drift = Reguła dryfu: średnia krocząca dziennych wyników odeszła od tego, co zwykłe dla tego dnia tygodnia, bardziej niż tłumaczy przypadek.
alert-rule-spike = Reguła skoków: tyle złych odpowiedzi jednego dnia zdarza się przypadkiem rzadziej niż raz na wiele tygodni.
alert-rule-new-theme = Reguła nowych tematów: udział urósł bardziej, niż tłumaczą przypadek i dzień tygodnia.
alert-rule-response = Reguła odsetka odpowiedzi: odpowiada mniej osób niż zwykle, bardziej niż tłumaczy przypadek.
alert-rule-stale = Reguła źródeł: dane nie przyszły w swoim rytmie.
alert-rule-threshold = Reguła z progiem, który ktoś ustawił.
alert-rule-low-score = Reguła niskich ocen: jedna odpowiedź na progu lub poniżej.
alert-rule-own = Prosi o to Twoja reguła { $number }. Mówi raz, a ponownie dopiero, gdy wynik wróci z zapasem.
alert-state-silenced = Teraz jest dla Ciebie wyciszony.
alert-state-useful = Oznaczono jako przydatny.
alert-state-false = Oznaczono, że to nie problem; teraz potrzeba więcej.
alert-state-over = Już po wszystkim.
alert-how-same-cause = Przyszedł w podsumowaniu, bo o jego przyczynie była mowa krótko wcześniej.
alert-how-quiet-hours = Przyszedł w podsumowaniu, bo nadszedł w Twoich godzinach ciszy.
alert-how-budget = Przyszedł w podsumowaniu, bo dzienny limit wiadomości był wyczerpany.
alert-passport = { $why } · { $at }
alert-learnt-false = Zapisane: to nie problem. Odtąd alert w tej sprawie wymaga więcej.
alert-learnt-useful = Zapisane: przydatny.
alert-silent = Wyciszone dla Ciebie do { $until }.
alert-learn-false-ask = Zapisać, że to nie problem?
alert-learn-useful-ask = Zapisać, że był przydatny?
alert-silence-ask = Wyciszyć go dla Ciebie do { $until }?
alert-about = Chodzi o: { $what }
alert-until-past = { $until } już minęło. Do kiedy wyciszyć?
alert-rule-preview = Dawać znać, gdy { $metric }, { $where }, z ostatnich { $days ->
    [one] 24 godzin
    [few] { $days } dni
   *[other] { $days } dni
  } jest { $op } { $limit }, od { $least ->
    [one] 1 odpowiedzi
    [few] { $least } odpowiedzi
   *[other] { $least } odpowiedzi
  }?
alert-rule-for = Wiadomość dostanie { $name }; najpierw zapytam tę osobę o zgodę.
alert-rule-impossible = To nie może się zdarzyć: żaden wynik na tej skali nie leży poza tym progiem.
alert-rule-never = Nigdy by się nie odezwała: było najwyżej { $most ->
    [one] 1 odpowiedź
    [few] { $most } odpowiedzi
   *[other] { $most } odpowiedzi
  }, a potrzeba { $least }.
alert-rule-always = Mówiłaby to samo prawie codziennie: wynik był poza progiem przez { $beyond } z ostatnich { $days ->
    [one] 24 godzin
    [few] { $days } dni
   *[other] { $days } dni
  }.
alert-rule-rehearsed = W ciągu ostatnich { $days ->
    [one] 24 godzin
    [few] { $days } dni
   *[other] { $days } dni
  } dałaby znać { $alerts ->
    [0] ani razu
    [one] raz
    [few] { $alerts } razy
   *[other] { $alerts } razy
  }.
alert-rule-now = Teraz jest { $value } ({ $n ->
    [one] 1 odpowiedź
    [few] { $n } odpowiedzi
   *[other] { $n } odpowiedzi
  }).
alert-rule-kept = Gotowe: dam znać, gdy { $metric }, { $where }, będzie { $op } { $limit } (co najmniej { $least ->
    [one] 1 odpowiedź
    [few] { $least } odpowiedzi
   *[other] { $least } odpowiedzi
  }, z { $days ->
    [one] 24 godzin
    [few] { $days } dni
   *[other] { $days } dni
  }).
alert-rule-asked = Najpierw pytam tę osobę; reguła zacznie działać, gdy się zgodzi.
alert-rule-offer = { $name } chce, żebym dawał Ci znać, gdy { $metric }, { $where }, jest { $op } { $limit }. Zgadzasz się?
alert-rule-accept = Tak, dawaj znać
alert-rule-decline = Nie
alert-rule-accepted = Dobrze, dam znać.
alert-rule-declined = Dobrze, nie będę.
alert-rule-nobody = Nie znam nikogo o tym imieniu. Komu dać znać?
alert-rule-unknown = Nie wiem, o którą regułę chodzi. Poproś o listę swoich reguł alertów.
alert-rules = { $n ->
    [0] Nie masz własnych reguł alertów.
    [one] Masz 1 regułę alertów:
    [few] Masz { $n } reguły alertów:
   *[other] Masz { $n } reguł alertów:
  }
alert-rule-on = { $number }. { $metric }, { $where }, { $op } { $limit } (od { $least ->
    [one] 1 odpowiedzi
    [few] { $least } odpowiedzi
   *[other] { $least } odpowiedzi
  })
alert-rule-delete = Cofnąć tę regułę? { $rule }
alert-rule-deleted = Reguła { $number } jest cofnięta.
clarify-notify = Komu mam dać znać?
