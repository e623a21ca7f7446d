from datetime import date

from ui.bridge.midnight import Midnight


def test_another_day_is_told_once(qtbot):
    days = [date(2026, 11, 25)]
    told = []
    midnight = Midnight(lambda: (days[-1],))
    midnight.passed.connect(lambda: told.append(days[-1]))
    midnight.look()
    assert told == []
    days.append(date(2026, 11, 26))
    midnight.look()
    midnight.look()
    assert told == [date(2026, 11, 26)]
    midnight.stop()
