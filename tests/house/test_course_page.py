"""The rules are one table: the page that tells them, the words of the screens and the table say the same."""

from sizain.live.rules_said import ACTS, LIFTED, LIFTING, OPENS, POSTURES, REASONS
from sizain.method import register
from sizain.method.rules import LOCKS, RULES, Posture
from tools.course import PAGE, page


def test_the_page_of_the_course_is_the_table_in_words() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tools.course"


def test_every_act_every_place_and_every_reason_has_its_words() -> None:
    assert set(ACTS) == set(RULES)
    assert set(POSTURES) == set(Posture)
    assert set(REASONS) == {rule.source for rule in RULES.values()} | set(LOCKS)


def test_every_lock_that_can_be_lifted_has_its_sentence_in_the_register() -> None:
    rules = {value for name, value in vars(register).items() if name.endswith("_RULE")}
    assert set(LIFTED) == rules | set(LOCKS)
    assert set(LIFTING) == set(OPENS) == set(LOCKS)
