summary-headline = { $all ->
    [0] Brak opinii do podsumowania ({ $about }, { $days }).
    [one] Co mówi 1 opinia ({ $about }, { $days }):
    [few] Co mówią { $all } opinie ({ $about }, { $days }):
    [many] Co mówi { $all } opinii ({ $about }, { $days }):
   *[other] Co mówi { $all } opinii ({ $about }, { $days }):
  }
summary-feeling = { $n ->
    [one] 1 z nich jest negatywna ({ $share }).
    [few] { $n } z nich są negatywne ({ $share }).
    [many] { $n } z nich jest negatywnych ({ $share }).
   *[other] { $n } z nich jest negatywnych ({ $share }).
  }
summary-sentence = { $text } [{ $ids }]
summary-dropped = { $n ->
    [one] 1 zdanie pominięto: opinie go nie potwierdzają.
    [few] { $n } zdania pominięto: opinie ich nie potwierdzają.
    [many] { $n } zdań pominięto: opinie ich nie potwierdzają.
   *[other] { $n } zdania pominięto: opinie ich nie potwierdzają.
  }
summary-rule = tematy liczone według haseł taksonomii (wersja { $version }); cytaty wybrane dlatego, że mają najwięcej wspólnego z pozostałymi
pasted-wants = W skrócie: { $wants }.
pasted-headline = W skrócie:
pasted-only-order = Tekst zawiera tylko polecenie dla maszyny. Nie wykonałem go.
pasted-about = Dotyczy: { $themes }.
pasted-feels = Brzmi: { $feelings }.
pasted-urgent = Pilne, powód: { $reasons }.
pasted-sentence = „{ $text }”
pasted-order = Ten fragment brzmi jak polecenie dla maszyny; to tekst klienta i nie wykonałem go: „{ $text }”
pasted-rule = { $left ->
    [0] wzięte z tekstu dosłownie, bez danych osobowych; niczego z niego nie wykonano
    [one] wzięte z tekstu dosłownie, bez danych osobowych; 1 zdania nie pokazano; niczego z niego nie wykonano
    [few] wzięte z tekstu dosłownie, bez danych osobowych; { $left } zdań nie pokazano; niczego z niego nie wykonano
    [many] wzięte z tekstu dosłownie, bez danych osobowych; { $left } zdań nie pokazano; niczego z niego nie wykonano
   *[other] wzięte z tekstu dosłownie, bez danych osobowych; { $left } zdania nie pokazano; niczego z niego nie wykonano
  }
pasted-none = O który tekst chodzi? Podaj go w cudzysłowie albo po dwukropku.
similar-headline = { $n ->
    [0] Żadna inna opinia nie jest podobna do #{ $id } ({ $days }).
    [one] 1 opinia podobna do #{ $id } ({ $days }):
    [few] { $n } opinie najbardziej podobne do #{ $id } ({ $days }):
    [many] { $n } opinii najbardziej podobnych do #{ $id } ({ $days }):
   *[other] { $n } opinii najbardziej podobnych do #{ $id } ({ $days }):
  }
similar-theme = { $n ->
    [0] Nikt inny nie mówi o temacie „{ $theme }”.
    [one] 1 inna opinia mówi o temacie „{ $theme }”: { $share } wszystkich (95% przedział od { $low } do { $high }).
    [few] { $n } inne opinie mówią o temacie „{ $theme }”: { $share } wszystkich (95% przedział od { $low } do { $high }).
    [many] { $n } innych opinii mówi o temacie „{ $theme }”: { $share } wszystkich (95% przedział od { $low } do { $high }).
   *[other] { $n } innej opinii mówi o temacie „{ $theme }”: { $share } wszystkich (95% przedział od { $low } do { $high }).
  }
similar-rule = podobieństwo według słów i ich części, najbliższe pierwsze; tematy liczone według haseł taksonomii
similar-nothing = Podobne do której? Najpierw zapytaj o opinie, potem powiedz „więcej takich jak pierwsza”.
words-headline = { $all ->
    [0] Brak opinii, w których można liczyć słowa ({ $where }, { $days }).
    [one] Słowa, których używa 1 opinia ({ $where }, { $days }):
    [few] Słowa najczęstsze w { $all } opiniach ({ $where }, { $days }):
    [many] Słowa najczęstsze w { $all } opiniach ({ $where }, { $days }):
   *[other] Słowa najczęstsze w { $all } opinii ({ $where }, { $days }):
  }
words-language = { $n ->
    [one] { $language }, 1 opinia:
    [few] { $language }, { $n } opinie:
    [many] { $language }, { $n } opinii:
   *[other] { $language }, { $n } opinii:
  }
words-rule = słowo liczy się raz na opinię, razem z odmianą; pominięto drobne słowa i same oceny; frazy stoją razem znacznie częściej, niż wynikałoby z przypadku
column-words = Słowa
column-phrases = Frazy
column-language = Język
found-headline = { $n ->
    [one] Oraz 1 rzecz, której nie obejmuje żaden temat, znaleziona w opiniach bez tematu:
    [few] Oraz { $n } rzeczy, których nie obejmuje żaden temat, znalezione w opiniach bez tematu:
    [many] Oraz { $n } rzeczy, których nie obejmuje żaden temat, znalezionych w opiniach bez tematu:
   *[other] Oraz { $n } rzeczy, których nie obejmuje żaden temat, znalezione w opiniach bez tematu:
  }
found-none = opinie bez tematu nie mają ze sobą nic wspólnego, co by się wyróżniało
found-add = Dodaj jako temat: { $name }
count-theme = według haseł tematu „{ $theme }”, we wszystkich językach: { $n } z { $all } ({ $share }, 95% przedział od { $low } do { $high })
