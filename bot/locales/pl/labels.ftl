tag-preview = { $field ->
    [theme] Zmienić temat tego komentarza
    [sentiment] Zmienić sentyment tego komentarza
    [touchpoint] Przenieść ten komentarz do innego punktu styku
   *[language] Zmienić język tego komentarza
  }: { $was } → { $label }?
tag-corrected = { $field ->
    [theme] Poprawione. Temat komentarza: { $label }. Od teraz tak jest liczony.
    [sentiment] Poprawione. Sentyment komentarza: { $label }. Od teraz tak jest liczony.
    [touchpoint] Poprawione. Komentarz i jego oceny są teraz tutaj: { $label }.
   *[language] Poprawione. Język komentarza: { $label }.
  }
tag-already = { $field ->
    [theme] Ten komentarz ma już taki temat: { $label }.
    [sentiment] Ten komentarz ma już taki sentyment: { $label }.
    [touchpoint] Ten komentarz już tu jest: { $label }.
   *[language] Ten komentarz ma już taki język: { $label }.
  }
tag-which-comment = Który komentarz? Najpierw poproś o komentarze, potem powiedz, co jest nie tak z pierwszym z nich.
tag-which-value = { $n ->
    [0] Nie znam { $field ->
        [theme] tematu
        [sentiment] sentymentu
        [touchpoint] punktu styku
       *[language] języka
      } „{ $value }”. Jak powinno być?
   *[other] Co oznacza „{ $value }”?
  }
tag-none = brak
labels-headline = Jak oznaczono komentarz i na jakich słowach to się opiera:
column-label = Oznaczenie
column-rests-on = Podstawa
label-field-theme = temat
label-field-sentiment = sentyment
label-field-emotion = emocja
label-field-urgency = pilne, powód
label-field-intent = zamiar
label-field-junk = bez treści
label-field-mood-turn = zmiana nastroju
label-field-language = język
label-field-mixed = także po
label-said-by-person = { $label } (poprawione przez człowieka)
label-strength = { $label } ({ $strength })
label-sentiment-negative = negatywny
label-sentiment-neutral = neutralny
label-sentiment-positive = pozytywny
label-emotion-anger = złość
label-emotion-disappointment = rozczarowanie
label-emotion-anxiety = niepokój
label-emotion-confusion = zagubienie
label-emotion-joy = radość
label-emotion-gratitude = wdzięczność
label-urgency-safety = bezpieczeństwo
label-urgency-legal = groźba kroków prawnych
label-urgency-vulnerable = osoba szczególnej troski
label-urgency-money = chodzi o pieniądze
label-urgency-deadline = termin
label-urgency-public = nagłośnienie sprawy
label-urgency-waiting = długie czekanie
label-intent-leave = chce odejść
label-intent-refund = chce zwrotu pieniędzy
label-intent-buy-again = kupi ponownie
label-intent-recommend = poleca
label-intent-not-recommend = nie poleca
label-intent-question = zadaje pytanie
label-intent-legal-or-safety = sprawa prawna lub bezpieczeństwa
label-intent-praise-person = chwali osobę
label-junk-no-words = brak słów
label-junk-keyboard = przypadkowe klawisze
label-junk-repeated = jedno słowo w kółko
label-junk-advert = reklama
label-junk-copy = powtórzone słowo w słowo
label-mood-turn-better = na lepsze
label-mood-turn-worse = na gorsze
label-language-en = angielski
label-language-pl = polski
label-language-zh = chiński
label-language-pt = portugalski
label-language-de = niemiecki
label-of-field = { $field }: { $label }
