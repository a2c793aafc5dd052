import json

import pytest

from sizain.method.clock import Extension, extending, start
from sizain.method.formats import plan_for

FACT = extending(start(plan_for(105), 0), 400_000)


def test_a_fact_in_the_journal_is_ints_flags_and_names_of_blocks() -> None:
    body = FACT.to_json()
    assert body["seconds"] == 120
    assert body["bill"]["steps_ms"] == {"exploration": 220_000}
    assert body["bill"]["floors_ms"] == {}
    assert body["budget"]["end_ms"] == 105 * 60_000


def test_a_fact_comes_back_from_the_journal_as_it_was() -> None:
    assert Extension.from_json(json.loads(json.dumps(FACT.to_json()))) == FACT


def test_a_fact_that_lacks_something_is_not_guessed() -> None:
    body = FACT.to_json()
    del body["bill"]
    with pytest.raises(KeyError):
        Extension.from_json(body)
