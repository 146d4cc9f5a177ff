call-headline = { $n ->
    [0] Nikt nie czeka na telefon: z każdym niezadowolonym klientem z ostatnich 30 dni był kontakt.
    [one] 1 niezadowolony klient czeka na kontakt.
    [few] { $n } niezadowolonych klientów czeka na kontakt. Najpierw zadzwoń do tych:
    [many] { $n } niezadowolonych klientów czeka na kontakt. Najpierw zadzwoń do tych:
   *[other] { $n } niezadowolonego klienta czeka na kontakt. Najpierw zadzwoń do tych:
  }
call-how = niezadowoleni { $days }, według pilności, potem ryzyka odejścia, wartości i wagi, potem czasu oczekiwania; bez tych, z którymi był już kontakt
column-why-first = Dlaczego
call-because-urgent = pilne: { $what }
call-because-leaving = zapowiada odejście
call-because-again = { $n ->
    [one] 1 złe doświadczenie
    [few] { $n } złe doświadczenia
    [many] { $n } złych doświadczeń
   *[other] { $n } złego doświadczenia
  }
call-because-key-account = kluczowy klient
call-because-value = { $amount } wydane w rok
call-because-severe = najniższa ocena
call-because-low = niska ocena
call-because-waiting = czeka od { $at }
