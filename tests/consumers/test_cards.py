"""Cards as the learner has them: Anki's rendering of the templates, in a browser."""

from __future__ import annotations

import re

import pytest
from anki.collection import Collection

from quizlib.exporters.anki import AnkiOptions
from tests.banks import ITEMS, bank, item
from tests.consumers.test_anki import note, take

pytestmark = pytest.mark.consumer

LONG = item(
    "long1",
    "choice",
    "Which measure brought the pan houses back?",
    "an exemption from harbour dues",
    distractors=("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "a second tax"),
)
#: What Anki's desktop window does about typing and about the page around a card.
BOX = '<input type="text" id="typeans">'
PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Card</title>
<meta name="viewport" content="width=device-width"><style>{css}</style></head>
<body class="card card1 {night}"><div id="qa">{side}</div></body></html>"""


@pytest.fixture(scope="module")
def anki(tmp_path_factory):
    collection = Collection(str(tmp_path_factory.mktemp("cards") / "collection.anki2"))
    take(collection, bank(*ITEMS, LONG), AnkiOptions(both_ways=True))
    yield collection
    collection.close()


def rendered(card, side="question", night=""):
    shown = card.render_output()
    text = shown.question_text if side == "question" else shown.answer_text
    text = re.sub(r"\[\[type:[^]]*\]\]", BOX, text)
    return PAGE.format(css=shown.css, night=night, side=text).encode()


def card(anki, id):
    return note(anki, id).cards()[0]


def turn(page, card):
    """Show the back in the same window, as Anki does."""
    back = card.render_output().answer_text
    page.evaluate(
        """html => {
          const qa = document.getElementById("qa");
          qa.replaceChildren(document.createRange().createContextualFragment(html));
        }""",
        back,
    )


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("night", ["", "nightMode night_mode"], ids=["light", "night"])
def test_every_side_fits_and_can_be_read(anki, window, width, night):
    cards = [anki.get_card(id) for id in anki.find_cards("")]
    sides = [rendered(each, side, night) for each in cards for side in ("question", "answer")]
    page = window(sides[0], width=width).page
    for side in sides:
        page.set_content(side.decode())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        body = page.locator("body")
        colours = body.evaluate("b => [getComputedStyle(b).color, getComputedStyle(b).background]")
        ink, paper = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours)
        assert (ink > paper) is bool(night)
        assert abs(ink - paper) > 450


def test_a_tap_answers_and_the_back_marks_it(anki, window):
    page = window(rendered(card(anki, "choice1"))).page
    page.locator("li", has_text="1794").click()
    turn(page, card(anki, "choice1"))
    assert page.locator("li.wrong").inner_text() == "1794"
    assert page.locator("li.right").inner_text() == "1804"
    assert page.locator(".verdict").inner_text() == "Not quite."


def test_digits_answer_in_the_order_on_the_screen(anki, window):
    page = window(rendered(card(anki, "several1"))).page
    shown = page.locator(".options li").all_inner_texts()
    for option in ("salt", "rope", "tar"):
        page.keyboard.press(str(shown.index(option) + 1))
    turn(page, card(anki, "several1"))
    assert page.locator(".options li").all_inner_texts() == shown
    assert set(page.locator(".options li.picked.right").all_inner_texts()) == {
        "salt",
        "rope",
        "tar",
    }
    assert page.locator(".verdict").inner_text() == "Right."


def test_options_come_in_another_order_each_time(anki, window):
    page = window(rendered(card(anki, "several1"))).page
    side = rendered(card(anki, "several1")).decode()
    orders = set()
    for _ in range(12):
        page.set_content(side)
        orders.add(tuple(page.locator(".options li").all_inner_texts()))
    assert len(orders) > 2
    assert {tuple(sorted(order)) for order in orders} == {
        ("coal", "herring", "rope", "salt", "tar")
    }


@pytest.mark.parametrize("id", ["choice1", "several1", "truth1", "match1", "order1"])
def test_without_scripts_it_is_a_plain_list_with_its_key(anki, window, id):
    front = window(rendered(card(anki, id)), java_script_enabled=False).page
    assert front.locator(".options li").count() >= 2
    assert front.locator(".options li").first.is_visible()
    back = window(rendered(card(anki, id), "answer"), java_script_enabled=False).page
    assert back.locator(".key").is_visible()
    assert back.locator(".key").inner_text().strip()
