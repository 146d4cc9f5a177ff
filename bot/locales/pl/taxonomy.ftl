theme-edit-add = Dodać temat „{ $name }”?
theme-edit-add-words = Dodać słowa do tematu „{ $name }”?
theme-edit-remove-words = Usunąć słowa z tematu „{ $name }”?
theme-edit-rename = Zmienić nazwę tematu „{ $name }” na „{ $into }”?
theme-edit-remove = Usunąć temat „{ $name }”?
theme-edit-merge = Włączyć temat „{ $name }” do tematu „{ $into }”?
theme-edit-effect = { $n ->
    [one] Temat „{ $name }” miałaby 1 z { $all } opinii ({ $share }): przybyłoby { $gains }, ubyłoby { $loses }.
    [few] Temat „{ $name }” miałyby { $n } z { $all } opinii ({ $share }): przybyłoby { $gains }, ubyłoby { $loses }.
    [many] Temat „{ $name }” miałoby { $n } z { $all } opinii ({ $share }): przybyłoby { $gains }, ubyłoby { $loses }.
   *[other] Temat „{ $name }” miałoby { $n } z { $all } opinii ({ $share }): przybyłoby { $gains }, ubyłoby { $loses }.
  }
theme-edit-done = Gotowe: taksonomia została zmieniona, a opinie odczytane według niej na nowo. Poprzednia wersja jest zachowana.
theme-edit-later = Gotowe: taksonomia została zmieniona. Opinii jest dużo, więc odczytam je na nowo w tle. Poprzednia wersja jest zachowana.
theme-edit-stale = Taksonomia zmieniła się, odkąd to pokazałem, więc nic nie zrobiłem. Zapytaj ponownie, a pokażę stan obecny.
theme-edit-unknown = Nie ma tematu „{ $name }”. O który chodzi?
theme-edit-exists = Temat „{ $name }” już istnieje. Można dodać do niego słowa.
theme-edit-no-words = Temat „{ $name }” potrzebuje co najmniej jednego słowa. Jakie to słowa?
theme-edit-too-many = To więcej słów, niż temat powinien mieć (200). Które z nich są ważne dla tematu „{ $name }”?
theme-edit-no-change = To nic by nie zmieniło w temacie „{ $name }”. Co ma być inaczej?
column-terms-lost = Słowa usunięte
column-terms-gained = Słowa dodane
