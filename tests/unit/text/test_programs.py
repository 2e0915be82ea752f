import pytest

from newstui.errors import SourceError
from newstui.text.programs import Program, find_web_address, is_program, read_program

FEED = "https://paper.example/feed?a=1:2"


@pytest.mark.parametrize(
    ("address", "program"),
    [
        ("exec:feed.sh", Program(("feed.sh",))),
        ("EXEC:~/bin/feed.sh --all 'two words'", Program(("~/bin/feed.sh", "--all", "two words"))),
        ('exec:say "a; rm -rf b" $HOME `x` | y', Program(("say", "a; rm -rf b", "$HOME", "`x`", "|", "y"))),
        (f"filter:~/bin/clean:{FEED}", Program(("~/bin/clean",), FEED)),
        (f"filter:sed s:a:b:{FEED}", Program(("sed", "s:a:b"), FEED)),
        (f"filter:jq '.a | .b':{FEED}", Program(("jq", ".a | .b"), FEED)),
    ],
)
def test_words_are_split_as_by_a_shell_and_mean_nothing_to_one(address: str, program: Program) -> None:
    assert is_program(address)
    assert read_program(address) == program


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("exec:", "the program is missing"),
        ("exec:   ", "the program is missing"),
        ("exec:a 'b", "a quotation mark is not closed"),
        ("filter:clean", "a filter is written filter:COMMAND:https://…"),
        ("filter:clean:paper.example/feed", "a filter is written"),
        (f"filter::{FEED}", "the program is missing"),
    ],
)
def test_what_cannot_be_run_is_said(address: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        read_program(address)
    assert find_web_address(address) in {None, FEED}


@pytest.mark.parametrize(
    ("address", "url"),
    [(FEED, FEED), ("exec:a", None), (f"filter:a:{FEED}", FEED), ("exec:'", None)],
)
def test_the_web_address_behind_an_address(address: str, url: str | None) -> None:
    assert find_web_address(address) == url
    assert is_program(address) != (address == FEED)
