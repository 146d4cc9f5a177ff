gave-up = Na to nie udało mi się odpowiedzieć; to mój błąd. Sprawa czeka na administratora pod numerem { $incident }.
serve-missing = Nie mam gdzie nasłuchiwać. Ustaw SLACK_BOT_TOKEN i SLACK_APP_TOKEN dla Slacka albo TELEGRAM_BOT_TOKEN dla Telegrama. Brakuje: { $variables }.
serve-half = Slack wymaga dwóch tokenów, a ustawiony jest tylko jeden. Brakuje: { $variables }.
serve-refused = { $platform } nie przyjmuje naszego tokena ({ $problem }). Sprawdź token i uruchom ponownie.
serve-listening = Nasłuchuję: { $platforms }. Zatrzymasz mnie przez Ctrl-C.
survey-sent = Pytanie o { $touchpoint } jest w drodze do { $recipient }.
survey-not-a-recipient = Nie znam odbiorcy { $recipient }. Napisz telegram: i numer czatu, na przykład telegram:123456.
serve-unreachable = Nie mogę połączyć się z komunikatorem ({ $problem }). Sprawdź sieć i uruchom ponownie.
