"""Every graded question is checked, or left-out.yaml says why not."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from bank import QUESTIONS, named_by

HERE = Path(__file__).parent
GRADED = [question for question in QUESTIONS.values() if question.kind != "open"]
CATEGORIES = sorted({question.category for question in GRADED})
REASONS = {
    "newer": "about a Django or DRF that is newer than Debian's",
    "outside": "about a browser, a server process, another database or the network",
    "judgement": "about what is best or why, and nothing in it can be run",
}

# What a program can be asked about.
CLAIM = re.compile(
    r"\b(raises?|returns?|by default|defaults? (is|are|to)|(no|one|two|three|\d+) (more )?quer(y|ies))\b", re.IGNORECASE
)


def checks(category):
    trees = [ast.parse(file.read_text("utf-8")) for file in HERE.glob(f"test_{category}*.py")]
    return [node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def left_out(category):
    entries = yaml.safe_load((HERE / "left-out.yaml").read_text("utf-8"))
    assert set(entries) <= set(CATEGORIES), f"left-out.yaml knows categories that the bank does not: {set(entries) - set(CATEGORIES)}"
    return entries.get(category) or []


def claims(question):
    text = " ".join([question.ask, question.right or "", question.explain])
    return bool(question.code) or CLAIM.search(text) is not None


@pytest.mark.parametrize("category", CATEGORIES)
def test_checks_name_questions_of_their_category(category):
    strays = [name for name in checks(category) if getattr(named_by(name), "category", None) != category]
    assert not strays, f"Checks in test_{category}*.py that name no question of {category}: {strays}"


@pytest.mark.parametrize("category", CATEGORIES)
def test_checks_have_one_name_each(category):
    names = checks(category)
    assert len(set(names)) == len(names), "Of two checks with one name in a file only the last would run"


@pytest.mark.parametrize("category", CATEGORIES)
def test_left_out_entries_say_why(category):
    for entry in left_out(category):
        assert set(entry) == {"question", "because", "note"}, f"{entry}: give question, because and note"
        question = QUESTIONS.get(entry["question"])
        assert question and question.category == category, f"{entry['question']} is no question of {category}"
        assert entry["because"] in REASONS, f"{question.id}: because is one of {sorted(REASONS)}"
        assert len(entry["note"]) >= 20, f"{question.id}: the note tells what is left out"
        if entry["because"] == "judgement":
            assert not claims(question), f"{question.id} shows code or claims what can be run, so it is no mere judgement"


@pytest.mark.parametrize("category", CATEGORIES)
def test_graded_questions_have_a_check_or_a_reason(category):
    checked = {named_by(name).id for name in checks(category) if named_by(name)}
    entries = {entry["question"]: entry["because"] for entry in left_out(category)}
    missing = [q.id for q in GRADED if q.category == category and q.id not in checked and q.id not in entries]
    assert not missing, f"Neither a check in test_{category}*.py nor an entry in left-out.yaml: {missing}"
    # A check may leave out a part, and the entry says which; but what is checked is no mere judgement.
    stale = [q for q, because in entries.items() if because == "judgement" and q in checked]
    assert not stale, f"Checked, and yet left out as judgement: {stale}"
