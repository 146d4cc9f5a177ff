roi-answer = ROI：{ $value }
roi-named = ROI（{ $initiative }）：{ $value }
roi-arithmetic = （{ $profit } − { $investment }）÷ { $investment } = { $value }。
roi-range = 如果利润上下浮动五分之一：{ $low } 至 { $high }。
roi-assumptions = 基于您给的两个数字，并假设这笔利润是扣除自身成本后的新增利润，且完全来自这项举措。
roi-missing-investment = 总共投入了多少？
roi-missing-profit = 带来了多少新增利润？
roi-investment-not-positive = 投入必须大于零。实际花了多少？
