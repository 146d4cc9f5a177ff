model-busy = Model językowy jest zajęty; odczytuję to bez niego.
model-late = Model językowy odpowiadał zbyt długo; odczytuję to bez niego.
model-unreachable = Model językowy jest nieosiągalny; odczytuję to bez niego.
model-unusable = Model językowy nie dał nic użytecznego; odczytuję to bez niego.
model-spent = Limit tokenów modelu językowego jest na razie wyczerpany; odczytuję to bez niego.
model-prose = { $text }
