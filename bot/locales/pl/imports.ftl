import-done = Wczytano { $read ->
    [one] { $read } wiersz
    [few] { $read } wiersze
   *[other] { $read } wierszy
}: nowe: { $new }, bez zmian: { $same }, zmienione: { $changed }, odrzucone: { $rejected }.
import-rehearsed = Niczego nie zapisano. Wczytano { $read ->
    [one] { $read } wiersz
    [few] { $read } wiersze
   *[other] { $read } wierszy
}; byłoby nowych: { $new }, bez zmian: { $same }, zmienionych: { $changed }, odrzuconych: { $rejected }.
import-rejected = Odrzucono { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
}: { $reason }.
import-rejects-file = Odrzucone wiersze z numerami linii i powodami: { $path }
import-unlinked = { $count ->
    [one] { $count } wiersz wskazuje zdarzenie, którego nie ma w bazie; zapisano go bez niego.
    [few] { $count } wiersze wskazują zdarzenia, których nie ma w bazie; zapisano je bez nich.
   *[other] { $count } wierszy wskazuje zdarzenia, których nie ma w bazie; zapisano je bez nich.
} Zaimportuj zdarzenia, a potem ten plik jeszcze raz.
import-touchpoints-made = Nowe punkty styku, jeszcze bez właściciela: { $names }.
import-units-made = Nowe jednostki, jeszcze bez regionu: { $names }.
import-reason-ragged = więcej lub mniej pól niż w nagłówku
import-reason-unbalanced-quote = niezamknięty cudzysłów
import-reason-nul-byte = bajt zerowy w wierszu
import-reason-too-long = zbyt długie pole
import-reason-not-json = to nie jest obiekt JSON
import-reason-no-id = puste id
import-reason-duplicate-id = to samo id było w poprzednim wierszu
import-reason-no-name = pusta nazwa
import-reason-no-date = pusta data
import-reason-bad-date = data, której nie ma, lub niezgodna z formatem mapy
import-reason-future-date = data z przyszłości
import-reason-bad-number = to nie jest liczba
import-reason-off-scale = ocena spoza skali
import-reason-nothing-said = ani oceny, ani tekstu
import-reason-unknown-kind = nieznany rodzaj
error-file-damaged = Plik { $path } jest uszkodzony: urywa się lub nie daje się rozpakować.
error-file-not-text = Plik { $path } nie jest plikiem tekstowym.
error-file-no-header = Plik { $path } nie ma wiersza nagłówka.
map-problem-unknown-key = nie ma takiego klucza
map-problem-missing = brakuje go
map-problem-wrong-type = wartość ma niewłaściwą postać
map-problem-wrong-choice = wartość nie jest jedną z dozwolonych
map-problem-unknown-zone = nie ma takiej strefy czasowej
map-problem-bad-format = to nie jest format daty
map-problem-bad-expression = wyrażenie jest niezrozumiałe
map-problem-empty-scale = koniec skali nie leży powyżej jej początku
map-problem-unknown-column = plik nie ma takiej kolumny
map-problem-column-twice = plik ma tę kolumnę dwa razy
map-problem-not-toml = to nie jest poprawny TOML
rollup-equal = Agregaty zgadzają się z ocenami.
rollup-differ = { $count ->
    [one] { $count } wiersz agregatów różni się od ocen (zapisane / policzone).
    [few] { $count } wiersze agregatów różnią się od ocen (zapisane / policzone).
   *[other] { $count } wierszy agregatów różni się od ocen (zapisane / policzone).
} Aby to poprawić: cxbot rollup rebuild
rollup-rebuilt = { $count ->
    [0] Agregaty przeliczono na nowo; nic nie było błędne.
    [one] Agregaty przeliczono na nowo; poprawiono { $count } wiersz.
    [few] Agregaty przeliczono na nowo; poprawiono { $count } wiersze.
   *[other] Agregaty przeliczono na nowo; poprawiono { $count } wierszy.
}
