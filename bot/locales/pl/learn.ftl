learn-card = { $language }: nauczone { $at }; tekstów bez oceny: { $unrated }, z oceną: { $rated }; za mało ocen, żeby zmierzyć.
learn-card-measured = { $language }: nauczone { $at }; tekstów bez oceny: { $unrated }, z oceną: { $rated }; makro-F1 { $score } na odłożonych tekstach z oceną: { $held }.
learn-nothing = Jeszcze niczego się nie nauczono: żaden język nie ma dość tekstów. Sentyment jest czytany z list słów.
