"""The question bank, read as the bot reads it: every value is the text as written."""

import re
import textwrap
import types
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "questions" / "django"


class Question:
    def __init__(self, keys):
        self.id = keys["id"]
        self.category = self.id.split(".")[0]
        self.kind = keys["kind"]
        self.ask = keys["ask"]
        self.code = keys.get("code")
        self.explain = keys.get("explain", "")
        self.right = keys.get("right")
        self.wrong = keys.get("wrong", [])
        self.accept = keys.get("accept", [])
        self.answer = {"true": True, "false": False}.get(keys.get("answer"))

    @property
    def name(self):
        """The id as a check writes it."""
        return re.sub(r"[.-]", "_", self.id)

    @property
    def choices(self):
        return [self.right, *self.wrong]

    def run(self, **names):
        """Runs the code, given these names, and returns what it has defined by then."""
        space = {"__name__": f"code of {self.id}", **names}
        exec(compile(self.code, f"<{self.id}>", "exec"), space)
        return types.SimpleNamespace(**space)

    def code_in(self, head):
        """The code as the body of `head`, for code that shows only the inside of a class or function."""
        return head + "\n" + textwrap.indent(self.code, "    ")

    def is_right_alone(self, holds):
        """Tries each choice: `holds` must be true of the right one and of no other."""
        assert [c for c in self.choices if holds(plain(c))] == [self.right]

    def says(self, text):
        """The right choice says this, and no wrong one does."""
        assert [c for c in self.choices if text in c] == [self.right]


def plain(text):
    """Inline code without its backticks."""
    return text.replace("`", "")


def _read():
    for file in sorted(FOLDER.glob("*.yaml")):
        for keys in yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader).get("questions", []):
            yield Question(keys)


QUESTIONS = {question.id: question for question in _read()}
BY_NAME = {question.name: question for question in QUESTIONS.values()}
assert len(BY_NAME) == len(QUESTIONS), "Two ids are written alike as the name of a check"


def named_by(check):
    """The question that a check is named by, or None: test_models_model_3__again is about models.model.3."""
    return BY_NAME.get(check.removeprefix("test_").split("__")[0].split("[")[0])
