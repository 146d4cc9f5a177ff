gave-up = 这个问题我没能回答，是我的问题。已转给管理员，编号 { $incident }。
serve-missing = 没有可以监听的平台。请为 Slack 设置 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN，或为 Telegram 设置 TELEGRAM_BOT_TOKEN。缺少：{ $variables }。
serve-half = Slack 需要两个令牌，目前只设置了一个。缺少：{ $variables }。
serve-refused = { $platform } 不接受我们的令牌（{ $problem }）。请检查令牌后重新启动。
serve-listening = 正在监听 { $platforms }。按 Ctrl-C 停止。
survey-sent = 关于{ $touchpoint }的问题正发往 { $recipient }。
survey-not-a-recipient = 我不认识收件人 { $recipient }。请写 telegram: 加聊天编号，例如 telegram:123456。
serve-unreachable = 无法连接聊天平台（{ $problem }）。请检查网络后重新启动。
