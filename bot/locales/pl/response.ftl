column-step = Etap
column-of-sent = Z wysłanych
column-count = Liczba
column-respondents = Odpowiadający
column-customers = Wszyscy klienci
column-standardised = Różnica standaryzowana
column-weights = Wagi
step-sent = wysłane
step-delivered = dostarczone
step-opened = otwarte
step-started = rozpoczęte
step-answered = z odpowiedzią
step-opted-out = rezygnacja
likeness-group = { $dimension }: { $group }
likeness-alike = Odpowiadający ({ $n }) są podobni do wszystkich klientów w podziale: { $compared }; żadna grupa nie ma różnicy standaryzowanej powyżej 0,1.
likeness-unlike = Odpowiadający ({ $n }) różnią się od wszystkich klientów w podziale: { $dimensions } (różnica standaryzowana powyżej 0,1):
likeness-weigh = Wynik można zważyć do bazy klientów: poproś o wynik „ważony według segmentu”.
likeness-too-few = Odpowiedziało zbyt mało klientów ({ $n }), żeby powiedzieć, czy reprezentują wszystkich.
weights-raw = brak (surowe)
weights-weighted = do wszystkich klientów
weighted-headline = { $subject }, z wagami do bazy klientów ({ $by }): { $weighted }; surowo { $raw }.
weighted-cost = Wagi od { $low } do { $high }; kosztują dokładność: przedział opiera się na efektywnych { $effective } z { $n } odpowiedzi (Kish). Odpowiedzi nieznanych klientów pominięto.
weighted-cut = Wagi powyżej pięciokrotności średniej przycięto, więc udział grupy może odbiegać od udziału wśród klientów nawet o { $gap }.
weighted-missing = Nikt nie odpowiedział z grup: { $names }. Wagi nie mogą mówić w ich imieniu.
score-counted-publish = { $subject }: { $value } (przedział 95%: od { $low } do { $high }, { $counted }).
score-counted-directional = { $subject }: { $value }, tylko orientacyjnie (przedział 95%: od { $low } do { $high }, { $counted }).
passport-counted = { $definition } · { $days } · { $counted } · { $where } · { $sources }
counted-feedback = { $n ->
    [one] 1 opinia
    [few] { $n } opinie
    [many] { $n } opinii
   *[other] { $n } opinii
  }
counted-invitations = { $n ->
    [one] 1 zaproszenie
    [few] { $n } zaproszenia
    [many] { $n } zaproszeń
   *[other] { $n } zaproszenia
  }
counted-purchases = { $n ->
    [one] 1 zakup
    [few] { $n } zakupy
    [many] { $n } zakupów
   *[other] { $n } zakupu
  }
counted-customers = { $n ->
    [one] 1 klient
    [few] { $n } klientów
    [many] { $n } klientów
   *[other] { $n } klienta
  }
