intent-action-list = lista działań
intent-root-causes = przyczyny spraw
action-preview = Otworzyć działanie „{ $title }”?
action-facts = Prowadzi: { $owner }. Dotyczy: { $where }. Oczekiwany efekt: { $hoped }. Termin: { $day }.
action-hoped = { $change } { $metric }
action-cost = Koszt: { $cost }.
action-usual-due = Nie podano terminu, więc efekt sprawdzę za 8 tygodni.
action-will-check = Tego dnia porównam stan przed i po, na tle punktów styku, których to nie objęło, i napiszę tutaj.
action-will-check-alone = Tego dnia porównam stan przed i po i napiszę tutaj. Nie podano punktu styku, więc nie będzie z czym tego zestawić.
action-kept = Gotowe: { $number } jest otwarte. O efekcie napiszę tutaj { $day }.
action-owner-unknown = Nie znam nikogo z zespołu o nazwie „{ $name }”. Kto ma to prowadzić?
action-owner-several = Kilka osób nazywa się „{ $name }”: { $names }. Kto ma to prowadzić?
action-due-past = { $day } to już przeszłość. Na kiedy to ma być zrobione?
action-due-today = { $day } to dzisiaj: nie byłoby jeszcze czego mierzyć. Na kiedy to ma być zrobione?
action-due-unknown = Nie wiem, który to dzień: „{ $said }”. Na kiedy to ma być zrobione?
action-list = { $n ->
    [0] Żadne działanie nie jest otwarte.
    [one] 1 działanie jest otwarte.
    [few] { $n } działania są otwarte.
    [many] { $n } działań jest otwartych.
   *[other] { $n } działania jest otwarte.
  }
action-unknown = Nie ma działania { $number }. O które chodzi?
action-taken-back = wycofane
action-state = { $number } „{ $title }”: { $came }.
action-not-begun = Zaczęło się dzisiaj: nie ma jeszcze czego porównać.
action-so-far = Jak dotąd: { $came }.
action-preview-move = Przenieść { $number } „{ $title }” z { $day } na { $to }?
action-preview-take-back = Wycofać { $number } „{ $title }”, bez sprawdzania efektu?
action-was-taken-back = Gotowe: { $number } wycofano.
action-open = otwarte
action-verdict-worked = prawdopodobnie zadziałało
action-verdict-unclear = nie da się powiedzieć
action-verdict-failed = nie zadziałało
action-verdict-worked-by = prawdopodobnie zadziałało ({ $effect })
action-verdict-unclear-by = nie da się powiedzieć ({ $effect })
action-verdict-failed-by = nie zadziałało ({ $effect })
action-checked-worked = { $number } „{ $title }” ma dziś termin. Prawdopodobnie zadziałało.
action-checked-unclear = { $number } „{ $title }” ma dziś termin. Nie da się powiedzieć, czy zadziałało.
action-checked-failed = { $number } „{ $title }” ma dziś termin. Nie dało tego, czego oczekiwano.
action-too-few = Odpowiedzi było za mało, żeby to ocenić.
action-moved = { $base } przed → { $now } po (n = { $n }).
action-beside = Na tle tego, czego nie objęło, efekt wynosi { $effect } (95%: od { $low } do { $high }).
action-nothing-beside = Zmiana wynosi { $effect } (95%: od { $low } do { $high }); nie ma z czym jej zestawić, więc innych przyczyn nie można wykluczyć.
action-was-hoped = Oczekiwano: { $hoped }.
action-passport = { $definition } · { $before } wobec { $after } · n = { $n }
column-action = Działanie
column-title = Co
column-hoped = Oczekiwano
column-came-of-it = Efekt
column-root-cause = Przyczyna
column-cases = Sprawy
column-cases-before = Tydzień wcześniej
root-causes = { $n ->
    [0] Żadnej sprawy nie zamknięto z podaną przyczyną ({ $where }, { $days }).
    [one] 1 sprawę zamknięto z podaną przyczyną ({ $where }, { $days }):
    [few] { $n } sprawy zamknięto z podaną przyczyną ({ $where }, { $days }), według częstości:
    [many] { $n } spraw zamknięto z podaną przyczyną ({ $where }, { $days }), według częstości:
   *[other] { $n } sprawy zamknięto z podaną przyczyną ({ $where }, { $days }), według częstości:
  }
review-headline = { $n ->
    [0] Tydzień { $days }: żadnej sprawy nie zamknięto z podaną przyczyną; tydzień wcześniej: { $before }.
    [one] Tydzień { $days }: z podaną przyczyną zamknięto 1 sprawę; tydzień wcześniej: { $before }.
    [few] Tydzień { $days }: z podaną przyczyną zamknięto { $n } sprawy; tydzień wcześniej: { $before }.
    [many] Tydzień { $days }: z podaną przyczyną zamknięto { $n } spraw; tydzień wcześniej: { $before }.
   *[other] Tydzień { $days }: z podaną przyczyną zamknięto { $n } sprawy; tydzień wcześniej: { $before }.
  }
review-repeated = Co się powtarzało:
review-nothing-repeated = Nic się nie powtarzało.
review-learned = Czego się dowiedzieliśmy: { $number } „{ $title }”: { $came }.
review-nothing-learned = W tym tygodniu nie sprawdzano żadnego działania.
review-propose = Nad tym nikt jeszcze nie pracuje:
review-open-action = Otwórz działanie: { $touchpoint }, { $cause }
