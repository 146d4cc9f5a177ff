roi-answer = ROI: { $value }
roi-named = ROI – { $initiative }: { $value }
roi-arithmetic = ({ $profit } − { $investment }) ÷ { $investment } = { $value }.
roi-range = Jeśli zysk będzie o jedną piątą niższy lub wyższy: od { $low } do { $high }.
roi-assumptions = Opiera się na dwóch podanych liczbach i na założeniu, że zysk jest dodatkowy, po odjęciu jego własnych kosztów, i pochodzi wyłącznie z tej inicjatywy.
roi-missing-investment = Ile to łącznie kosztowało?
roi-missing-profit = Jaki dodatkowy zysk to przyniosło?
roi-investment-not-positive = Koszt musi być większy od zera. Ile to kosztowało?
