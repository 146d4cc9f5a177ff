search-about = { $n ->
    [0] Nikt nie napisał nic na temat „{ $query }” ({ $where }, { $days }).
    [one] Na temat „{ $query }” ({ $where }, { $days }), 1 opinia:
    [few] Na temat „{ $query }” ({ $where }, { $days }), { $n } najtrafniejsze opinie:
    [many] Na temat „{ $query }” ({ $where }, { $days }), { $n } najtrafniejszych opinii:
   *[other] Na temat „{ $query }” ({ $where }, { $days }), { $n } najtrafniejszej opinii:
  }
search-worst = { $n ->
    [0] Nie ma takich opinii ({ $where }, { $days }).
    [one] Najgorzej oceniona opinia ({ $where }, { $days }):
    [few] { $n } opinie z najgorszą oceną ({ $where }, { $days }):
    [many] { $n } opinii z najgorszą oceną ({ $where }, { $days }):
   *[other] { $n } opinii z najgorszą oceną ({ $where }, { $days }):
  }
search-newest = { $n ->
    [0] Nie ma takich opinii ({ $where }, { $days }).
    [one] Najnowsza opinia ({ $where }, { $days }):
    [few] { $n } najnowsze opinie ({ $where }, { $days }):
    [many] { $n } najnowszych opinii ({ $where }, { $days }):
   *[other] { $n } najnowszej opinii ({ $where }, { $days }):
  }
search-index-locked = Indeks wyszukiwania zajmuje inny proces; porównuję same słowa.
search-index-broken = Indeks wyszukiwania jest uszkodzony; porównuję same słowa. Administrator może uruchomić: cxbot reindex
search-index-down = Serwer wyszukiwania nie odpowiada; porównuję same słowa.
search-embedder-down = Dostawca osadzeń (embeddings) nie odpowiada; porównuję same słowa.
search-partial = Nie wszystkie teksty są już zindeksowane; najstarsze pominięto.
limited-to = tylko to, do czego masz wgląd: { $names }
count-answer = Opinie wspominające „{ $query }”: { $n } z { $all } ({ $where }, { $days }).
count-share = To { $share } (przedział 95%: od { $low } do { $high }).
count-rule = policzone: teksty ze słowami { $rule } w dowolnej odmianie
worked-roi = ROI
worked-mentions = Wzmianki
worked-mentions-share = Odsetek opinii
search-negative = { $n ->
    [0] Brak negatywnych komentarzy ({ $where }, { $days }).
    [one] Najnowszy negatywny komentarz ({ $where }, { $days }):
    [few] { $n } najnowsze negatywne komentarze ({ $where }, { $days }):
    [many] { $n } najnowszych negatywnych komentarzy ({ $where }, { $days }):
   *[other] { $n } najnowszego negatywnego komentarza ({ $where }, { $days }):
  }
