metric-contacted-in-time-name = Kontakt w terminie
metric-contacted-in-time-definition = W jakiej części spraw, w których klient miał usłyszeć od nas w okresie, stało się to w terminie: w 4 godziny w krytycznych, w 24 godziny w ważnych, w pozostałych w czasie na rozwiązanie. Sprawa bez kontaktu liczy się w dniu, w którym minął termin.
metric-resolved-in-time-name = Rozwiązane w terminie
metric-resolved-in-time-definition = Jaka część spraw rozwiązanych w okresie albo takich, których termin w nim minął, została rozwiązana w pięć dni roboczych według kalendarza jednostki. Każda sprawa liczy się raz.
metric-recovery-rate-name = Wskaźnik odzyskania
metric-recovery-rate-definition = Jaka część klientów, którzy tydzień po zamknięciu sprawy odpowiedzieli na pytanie, czy jest rozwiązana, odpowiedziała „tak”. Kto nie odpowiedział, nie jest liczony.
metric-repeat-complaints-name = Ponowne skargi
metric-repeat-complaints-definition = W jakiej części spraw otwartych w okresie klient miał inną sprawę otwartą w ciągu poprzednich 90 dni. Im mniej, tym lepiej.
metric-backlog-age-name = Wiek otwartych spraw (dni)
metric-backlog-age-definition = Średni wiek w dniach spraw otwartych na koniec okresu, od ich otwarcia; trwający okres kończy się najnowszym dniem, o którym cokolwiek wiadomo. Sprawy starsze niż 365 dni liczą się jako 365. Im mniej, tym lepiej.
counted-cases = { $n ->
    [one] 1 sprawa
    [few] { $n } sprawy
    [many] { $n } spraw
   *[other] { $n } sprawy
  }
