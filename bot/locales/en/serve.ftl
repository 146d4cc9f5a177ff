gave-up = I could not answer this one; the fault is mine. I have put it aside for an administrator as { $incident }.
serve-missing = There is nowhere to listen. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Slack, or TELEGRAM_BOT_TOKEN for Telegram. Missing: { $variables }.
serve-half = Slack needs two tokens, and only one is set. Missing: { $variables }.
serve-refused = { $platform } does not accept our token ({ $problem }). Check the token and start again.
serve-listening = Listening on { $platforms }. Stop with Ctrl-C.
survey-sent = The question about { $touchpoint } is on its way to { $recipient }.
survey-not-a-recipient = { $recipient } is no recipient I know. Write telegram: and the number of the chat, as telegram:123456.
serve-unreachable = I cannot reach the chat platform ({ $problem }). Check the network and start again.
