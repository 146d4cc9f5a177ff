model-busy = The language model is busy; I read this without it.
model-late = The language model took too long; I read this without it.
model-unreachable = The language model cannot be reached; I read this without it.
model-unusable = The language model gave nothing usable; I read this without it.
model-spent = The tokens for the language model are used up for now; I read this without it.
model-prose = { $text }
