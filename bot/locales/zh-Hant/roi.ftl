roi-answer = ROI：{ $value }
roi-named = ROI（{ $initiative }）：{ $value }
roi-arithmetic = （{ $profit } − { $investment }）÷ { $investment } = { $value }。
roi-range = 如果利潤上下浮動五分之一：{ $low } 至 { $high }。
roi-assumptions = 以您給的兩個數字為準，並假設這筆利潤是扣除自身成本後的新增利潤，且完全來自這項措施。
roi-missing-investment = 總共投入了多少？
roi-missing-profit = 帶來了多少新增利潤？
roi-investment-not-positive = 投入必須大於零。實際花了多少？
