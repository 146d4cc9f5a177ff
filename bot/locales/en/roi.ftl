roi-answer = ROI { $value }
roi-named = ROI of { $initiative }: { $value }
roi-arithmetic = ({ $profit } − { $investment }) ÷ { $investment } = { $value }.
roi-range = If the profit is a fifth lower or higher: { $low } to { $high }.
roi-assumptions = Rests on your two numbers: that the profit is extra, after its own costs, and that the initiative alone brought it.
roi-missing-investment = What did it cost, all in?
roi-missing-profit = What extra profit did it bring?
roi-investment-not-positive = The investment has to be above zero. What did it cost?
