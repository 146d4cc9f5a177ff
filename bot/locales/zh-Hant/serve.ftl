gave-up = 這個問題我沒能回答，是我的問題。已轉給管理員，編號 { $incident }。
serve-missing = 沒有可以監聽的平台。請為 Slack 設定 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN，或為 Telegram 設定 TELEGRAM_BOT_TOKEN。缺少：{ $variables }。
serve-half = Slack 需要兩個權杖，目前只設定了一個。缺少：{ $variables }。
serve-refused = { $platform } 不接受我們的權杖（{ $problem }）。請檢查權杖後重新啟動。
serve-listening = 正在監聽 { $platforms }。按 Ctrl-C 停止。
survey-sent = 關於{ $touchpoint }的問題正發往 { $recipient }。
survey-not-a-recipient = 我不認識收件人 { $recipient }。請寫 telegram: 加聊天編號，例如 telegram:123456。
serve-unreachable = 無法連線聊天平台（{ $problem }）。請檢查網路後重新啟動。
