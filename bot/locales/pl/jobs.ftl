jobs-line = { $state ->
    [waiting] czeka na { $due }
    [claimed] w toku, termin { $due }
    [done] gotowe, termin był { $due }
    [cancelled] odwołane, termin był { $due }
    [dropped] odrzucone, z { $due }
   *[dead] poddane po { $attempts ->
        [one] { $attempts } próbie
        [few] { $attempts } próbach
        [many] { $attempts } próbach
       *[other] { $attempts } próby
    }, z { $due }
}
jobs-none = Żadna praca nie czeka, nie trwa i się nie poddała.
jobs-none-dead = Nic się nie poddało.
jobs-not-found = Nie ma pracy { $job }, z którą dałoby się to zrobić. Nazwy podaje cxbot jobs list.
jobs-retried = Ponawiam teraz: { $job }.
jobs-cancelled = Odwołano: { $job }.
worker-ready = Wykonuję prace w tle. Zatrzymasz mnie przez Ctrl-C.
worker-done = { $count ->
    [0] Nic nie było do zrobienia.
    [one] Wykonano { $count } pracę.
    [few] Wykonano { $count } prace.
    [many] Wykonano { $count } prac.
   *[other] Wykonano { $count } pracy.
}
