import pytest

from app.store.settings import Settings, SettingsProblem, load_settings, save_settings


def test_the_first_start_has_defaults(places):
    assert load_settings(places) == (Settings(), ())


def test_settings_come_back(places):
    changed = Settings(theme="dark", panes="professional", rule_desk=(800, 600), second_reader=False)

    save_settings(places, changed)

    assert load_settings(places) == (changed, ())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[1]",
        b"{",
        b'"dark"',
        pytest.param(b"\x00" * 1000, id="zeros"),
        pytest.param(b"[" * 100_000, id="deep"),
    ],
)
def test_a_damaged_file_gives_defaults_and_is_named(places, content):
    save_settings(places, Settings(theme="dark"))
    places.settings_file.write_bytes(content)

    assert load_settings(places) == (Settings(), (SettingsProblem(""),))


def test_a_bad_value_alone_is_replaced_and_named(places):
    save_settings(places, Settings())
    places.settings_file.write_bytes(b'{"theme": ["dark"], "panes": "personal", "from the future": 7}')

    assert load_settings(places) == (Settings(panes="personal"), (SettingsProblem("theme"),))


@pytest.mark.parametrize("size", ["7", "[800]", "[800, 0]", '[800, "600"]', "[true, 600]", "[800, 99999]", "null"])
def test_a_size_that_no_window_can_have_is_replaced_and_named(places, size):
    save_settings(places, Settings())
    places.settings_file.write_text(f'{{"panes": "personal", "rule_desk": {size}}}')

    assert load_settings(places) == (Settings(panes="personal"), (SettingsProblem("rule_desk"),))


@pytest.mark.parametrize("value", ["0", '"off"', "null", "[]"])
def test_a_second_reader_neither_on_nor_off_is_on_and_named(places, value):
    save_settings(places, Settings())
    places.settings_file.write_text(f'{{"panes": "personal", "second_reader": {value}}}')

    assert load_settings(places) == (Settings(panes="personal"), (SettingsProblem("second_reader"),))
