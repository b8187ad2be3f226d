"""The page in a real browser, as a learner meets it."""

from __future__ import annotations

import datetime as dt
from html import escape

import pytest
from axe_playwright_python.sync_playwright import Axe

from quizlib.exporters import export, exporters
from quizlib.exporters._view import clean
from quizlib.exporters.web import WebOptions
from quizlib.grading import grade
from quizlib.items import interaction
from quizlib.learning import Rating, Review, Store
from quizlib.learning.log_file import read_log
from quizlib.model import GAP
from tests.banks import ITEMS, apart, bank, item
from tests.consumers.learner import Learner
from tests.exporters.test_contract import HOSTILE_BANK

pytestmark = pytest.mark.consumer

#: New Zealand's distance from UTC in winter and in summer.
HOURS_12, HOURS_13 = dt.timedelta(hours=12), dt.timedelta(hours=13)

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
#: One item of each interaction, choices of one and of several, and one with a gap.
EACH = tuple(
    each
    for each in ITEMS
    if each.id in {"choice1", "several1", "cloze1", "flash1", "order1", "match1"}
)
#: As few as show that something is kept.
FEW = ITEMS[1:4]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def made(given=None):
    return exporters.get("web").export(given or bank()).data


def no_violation(page):
    found = Axe().run(page, options={"runOnly": WCAG})
    assert found.violations_count == 0, found.generate_report()


def fits(page):
    """Nothing is wider than the window."""
    wide = "[document.documentElement.scrollWidth, window.innerWidth]"
    width, window = page.evaluate(wide)
    assert width <= window


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_a_sitting_by_mouse(window, tmp_path, width, scheme):
    opened = window(made(), width=width, scheme=scheme)
    learner = Learner(opened.page, bank())
    learner.start()
    learner.play()
    assert opened.page.get_by_role("heading", level=1).inner_text() == "10 of 10 right"
    results = learner.results(tmp_path)
    [sitting] = results.sittings
    assert (sitting.mode, sitting.ended is not None) == ("practice", True)
    assert sorted(sitting.asked) == sorted(each.id for each in ITEMS)
    assert all(answer.right for answer in sitting.answers)


def test_the_points_are_those_of_the_library(window, tmp_path):
    """Every response in the results, graded again, earns what the page said."""
    learner = Learner(window(made()).page, bank(), wrong=tuple(each.id for each in ITEMS[::2]))
    learner.start()
    learner.play()
    results = learner.results(tmp_path)
    for answer in results.sittings[0].answers:
        asked = learner.items[answer.item]
        response = list(answer.response) if isinstance(answer.response, tuple) else answer.response
        score = grade(interaction(asked), response, stem=asked.stem)
        assert answer.points == pytest.approx(score.points)
        assert answer.right == score.right
    assert {answer.right for answer in results.sittings[0].answers} == {True, False}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_sitting_by_keyboard_alone(window, width):
    page = window(made(), width=width).page
    learner = Learner(page, bank())
    while not learner.button("Start").evaluate("node => node === document.activeElement"):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value === 'practice'"):
            page.keyboard.press("Space")
    page.keyboard.press("Enter")
    while page.locator(".question").count():
        by_keyboard(page, learner.item)
        page.locator(".feedback").wait_for()
        page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "10 of 10 right"
    assert page.evaluate("document.activeElement.tagName") == "H1"


def by_keyboard(page, asked):
    """Answer from where the focus is, and hand in."""
    how = interaction(asked)
    match how.type:
        case "choice":
            texts = page.locator(".option > span[dir]").all_inner_texts()
            for place in how.right:
                page.keyboard.press(str(texts.index(how.options[place]) + 1))
            page.keyboard.press("Enter")
        case "text_entry":
            page.keyboard.type(how.accepted[0])
            page.keyboard.press("Enter")
        case "extended_text":
            page.keyboard.type(how.model_answer)
            page.keyboard.press("Control+Enter")
        case "order":
            focus_on(page, "Move")
            for text in reversed(how.entries):  # each in turn to the top
                focus_on(page, f"Move up: {text}")
                for _ in how.entries:
                    page.keyboard.press("Space")
            hand_in(page)
        case "match":
            for side in how.right:
                page.keyboard.press("Tab")
                letters = page.locator(".sides li").all_inner_texts()
                page.keyboard.type(next(text[0] for text in letters if text.endswith(side)))
            hand_in(page)


def focus_on(page, name):
    """Tab, round the page if need be, until what is called so has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        told = page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''")
        if told.startswith(name):
            return
    raise AssertionError(f"no way to {name!r} by keyboard")


def hand_in(page):
    while page.evaluate("document.activeElement.className") != "main":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_of_a_test_nothing_is_chosen_and_a_name_is_needed(window, tmp_path):
    asked = apart(bank(*ITEMS[1:4]))
    test = exporters.get("web").export(asked, WebOptions(mode="exam"))
    page = window(test.data, width=360).page
    learner = Learner(page, asked)
    assert page.get_by_role("radio").count() == 0
    no_violation(page)
    fits(page)
    for name in ("", "  "):
        page.get_by_label("Name").fill(name)
        learner.button("Start").click()
        assert page.get_by_role("heading", name="Salt").is_visible()
    page.get_by_label("Name").fill(" Ada ")
    learner.button("Start").click()
    for _ in asked.live:
        learner.answer()
        learner.go_on()
    assert page.get_by_role("heading", level=1).inner_text() == "3 of 3 right"
    results = learner.results(tmp_path)
    assert results.learner == "Ada"
    [sitting] = results.sittings
    assert (sitting.mode, len(sitting.asked)) == ("exam", 3)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_screen_is_accessible_and_fits_a_phone(window, scheme):
    page = window(made(bank(*EACH)), width=360, scheme=scheme).page
    learner = Learner(page, bank(), wrong=("match1", "order1"))
    no_violation(page)
    learner.start()
    for _ in EACH:
        for _turn in ("asked", "answered"):
            no_violation(page)
            fits(page)
            if not page.locator(".feedback").count():
                learner.answer()
            learner.go_on()
    page.get_by_text("Right (4)").click()
    no_violation(page)
    fits(page)
    learner.button("To the start").click()
    no_violation(page)
    learner.start("Exam")
    page.get_by_text("All questions").click()
    no_violation(page)
    fits(page)


def test_the_verdict_is_told_to_those_who_do_not_see_it(window):
    asked = ITEMS[1].model_copy(update={"tags": ("faq", "Taxes")})
    page = window(made(bank(asked))).page
    learner = Learner(page, bank(), wrong=("choice1",))
    learner.start()
    assert page.get_by_role("group", name="When did the harbour council abolish").count() == 1
    learner.answer()
    learner.go_on()
    told = "Wrong. 1804. The harbour council abolished the salt tax in 1804 because smuggling had"
    status = page.get_by_role("status")
    page.wait_for_function("document.getElementById('status').textContent")
    assert status.inner_text().startswith(told)
    assert page.locator(".told").all_inner_texts() == ["wrong", "right answer"] or (
        page.locator(".told").all_inner_texts() == ["right answer", "wrong"]
    )
    assert page.locator("figcaption").inner_text() == "Taxes"
    assert page.evaluate("document.activeElement.textContent") == "Results"


#: The stem and the width of every question of a sitting, shown one after the other.
LOOK = """() => {
  const kept = new Kept();
  return kept.current.items.map((id, place) => {
    kept.current.at = place;
    ask(kept, kept.current);
    const stem = document.querySelector("h2.stem").textContent;
    return [id, stem, document.documentElement.scrollWidth];
  });
}"""


def test_hostile_items_stay_text(window):
    page = window(made(HOSTILE_BANK), width=360).page
    Learner(page, HOSTILE_BANK).start("Exam")
    stems = {each.id: clean(each.stem).replace(GAP, "") for each in HOSTILE_BANK.live}
    looked = page.evaluate(LOOK)
    assert {id: stem for id, stem, _ in looked} == stems
    assert max(width for _, _, width in looked) <= 360
    assert page.evaluate("document.scripts.length") == 3


def test_formulas_are_drawn_and_prices_are_not(window):
    asked = item("m", "choice", "Is $x^2$ worth $5?", "$y$", distractors=("$\\frac{1}{2}$", "$3"))
    page = window(made(bank(asked))).page
    learner = Learner(page, bank(asked))
    learner.start()
    assert page.locator(".stem math").text_content() == "x2"
    assert page.locator(".stem").text_content() == "Is x2 worth $5?"
    assert page.locator(".option math").count() == 2
    no_violation(page)
    page.locator(".option", has_text="y").click()
    learner.go_on()
    assert page.locator(".verdict").inner_text() == "Right"


def test_progress_is_kept_and_goes_on(window, tmp_path):
    page = window(made(bank(*FEW, ITEMS[4]))).page
    learner = Learner(page, bank())
    learner.start()
    for turn in (learner.answer, learner.go_on, learner.go_on):
        turn()
    answered = learner.item
    learner.answer()
    learner.go_on()
    page.reload()
    page.get_by_text("You stopped at question 2 of 4.").wait_for()
    learner.button("Go on").click()
    assert learner.item == answered
    assert page.locator(".feedback").count() == 1
    learner.go_on()
    learner.play()
    [sitting] = learner.results(tmp_path).sittings
    assert len({answer.id for answer in sitting.answers}) == 4


def test_the_wrong_ones_are_asked_again(window, tmp_path):
    page = window(made(bank(*FEW))).page
    learner = Learner(page, bank(), wrong=("choice1", "cloze1"))
    learner.start()
    learner.play()
    assert page.get_by_role("heading", level=1).inner_text() == "1 of 3 right"
    learner.wrong = ()
    learner.button("Retry the wrong ones (2)").click()
    learner.play()
    assert page.get_by_role("heading", level=1).inner_text() == "2 of 2 right"
    first, second = learner.results(tmp_path).sittings
    assert set(second.asked) == {"choice1", "cloze1"} < set(first.asked)
    learner.button("To the start").click()
    assert page.get_by_text("So far 3 of 5 answers right.").count() == 1
    assert page.get_by_text("Retry what was missed").count() == 0


def test_an_exam_tells_nothing_before_it_is_handed_in(window, tmp_path):
    page = window(made()).page
    learner = Learner(page, bank())
    page.get_by_label("Name (optional)").fill("Ada <b>")
    learner.start("Exam")
    for _ in range(3):
        learner.answer()
        learner.go_on()
        assert page.locator(".feedback, .told").count() == 0
    learner.button("Back").click()
    page.get_by_text("All questions").click()
    assert page.get_by_role("button", name="answered").count() == 3
    learner.button("Hand in now").click()
    assert page.locator(".note").inner_text() == "7 questions not answered yet."
    learner.button("Hand in all the same").click()
    assert page.get_by_role("heading", level=1).inner_text() == "3 of 10 right"
    results = learner.results(tmp_path)
    assert (results.learner, results.bank.title) == ("Ada <b>", "Salt")
    assert (tmp_path / "salt-results-ada-b.json").is_file()
    [sitting] = results.sittings
    assert sitting.mode == "exam"
    assert [answer.points for answer in sitting.answers if not answer.response] == [0] * 7


def test_the_learner_has_the_last_word_on_own_words(window, tmp_path):
    page = window(made(bank(ITEMS[0]))).page
    learner = Learner(page, bank(), wrong=("flash1",))
    learner.start()
    learner.answer()
    learner.go_on()
    assert learner.button("I did not").get_attribute("class") == "main"
    learner.button("I had it").click()
    assert page.get_by_role("heading", level=1).inner_text() == "1 of 1 right"
    page.get_by_text("Right (1)").click()
    assert learner.button("I had it").get_attribute("aria-pressed") == "true"
    learner.button("I did not").click()
    assert page.get_by_role("heading", level=1).inner_text() == "0 of 1 right"
    [answer] = learner.results(tmp_path).sittings[0].answers
    assert (answer.points, answer.rated) == (0, True)


def test_results_by_topic(window):
    tagged = [
        item(f"s{n}", "short_answer", f"Who {n}?", "me", tags=("salt", "rope")[n % 2 :])
        for n in range(4)
    ]
    page = window(made(bank(*tagged))).page
    learner = Learner(page, bank(*tagged), wrong=("s1",))
    learner.start()
    learner.play()
    rows = page.locator("tbody tr").all_inner_texts()
    assert sorted(row.split("\t")[:2] for row in rows) == [["rope", "3 of 4"], ["salt", "2 of 2"]]
    learner.button("To the start").click()
    page.get_by_label("Topic").select_option(label="salt (2)")
    learner.start()
    assert page.get_by_text("Question 1 of 2").count() == 1


def test_entries_and_pairs_are_never_shown_in_the_order_of_the_key(window):
    page = window(made()).page
    orders = page.evaluate(
        """[...ITEMS.values()].filter(({ type }) => type === "order" || type === "match").map(
          (item) => [...Array(200).keys()].map((id) =>
            placesShown(item, { id }).map((place) => item.right.indexOf(place)).join(" ")))"""
    )
    assert [set(one) for one in orders] == [{"0 2 1", "1 0 2", "1 2 0", "2 0 1", "2 1 0"}] * 2


def test_items_about_one_fact_are_kept_apart(window):
    page = window(made()).page
    Learner(page, bank()).start(count="5")
    facts = page.evaluate("itemsOf(new Kept().current).map((item) => item.fact)")
    assert len(set(facts)) == len(set(page.evaluate("[...ITEMS.values()].map((i) => i.fact)"))) == 4


def test_two_windows_lose_nothing_to_each_other(window, tmp_path):
    opened = window(made())
    other = opened.page.context.new_page()
    other.goto(opened.page.url)
    for page in (opened.page, other):
        learner = Learner(page, bank())
        page.get_by_role("radio", name="5").check()
        learner.button("Start").click()
        item = page.evaluate("document.querySelector('h2').textContent")
        assert item
    for page in (opened.page, other):
        page.evaluate(
            "document.querySelector('.answer input, .answer textarea, .answer button')?.click()"
        )
        page.locator(".question button.main").click()
    opened.page.reload()
    assert len(Learner(opened.page, bank()).results(tmp_path).sittings) == 2


def test_a_browser_that_keeps_nothing_is_said_so(window, tmp_path):
    opened = window(made())
    page = opened.page
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    learner = Learner(page, bank())
    learner.start(count="5")
    while page.locator(".question").count():
        page.locator(".question button.main").click()
        page.locator(".question button.main").click()
    assert page.get_by_text("This browser keeps nothing").count() == 1
    assert len(learner.results(tmp_path).sittings) == 1


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_it_asks_in_a_frame_that_may_send_no_forms(window, by):
    """As the one in which Jupyter shows files: nor does it keep anything."""
    page = escape(made(bank(ITEMS[3])).decode())
    framed = f'<!doctype html><iframe sandbox="allow-scripts" srcdoc="{page}"></iframe>'
    frame = window(framed.encode()).page.frame_locator("iframe")
    frame.get_by_role("button", name="Start").click()
    entry = frame.locator("input[type=text]")
    entry.fill("thirty kilograms")
    if by == "mouse":
        frame.get_by_role("button", name="Check").click()
    else:
        entry.press("Enter")
    frame.get_by_text("Right", exact=True).wait_for()
    frame.get_by_role("button", name="Results").click()
    frame.get_by_text("This browser keeps nothing").wait_for()


def test_forgetting_takes_a_second_press(window):
    page = window(made(bank(ITEMS[2]))).page
    learner = Learner(page, bank())
    learner.start()
    learner.play()
    learner.button("To the start").click()
    learner.button("Forget them").click()
    assert any("sitting" in name for name in learner.kept)
    learner.button("Press again to forget all answers").click()
    assert not any("sitting" in name for name in learner.kept)


def test_the_results_go_into_the_learners_log(window, tmp_path):
    page = window(made(bank(*FEW)), timezone_id="Pacific/Auckland").page
    learner = Learner(page, bank(), wrong=("choice1",))
    learner.start()
    learner.play()
    results = learner.results(tmp_path)
    [path] = tmp_path.glob("*-results.json")
    entries, problems = read_log(path.read_bytes(), path.name)
    assert problems == []
    reviews = [entry for entry in entries if isinstance(entry, Review)]
    assert [review.card for review in reviews if review.rating is Rating.AGAIN] == ["choice1"]
    assert {answer.at.utcoffset() for answer in results.sittings[0].answers} <= {HOURS_12, HOURS_13}
    with Store(tmp_path / "learner.sqlite") as store:
        assert store.merge(entries).added == 3


def test_a_new_export_keeps_the_progress(window, tmp_path):
    opened = window(made())
    learner = Learner(opened.page, bank())
    learner.start()
    learner.answer()
    learner.go_on()
    gone = learner.item
    fewer = bank(*(each for each in ITEMS if each != gone))
    path = tmp_path / "page-0.html"
    export(fewer, "web", path)
    opened.page.reload()
    learner.button("Go on").click()
    assert opened.page.get_by_text("Question 1 of 9").count() == 1


def test_on_paper_the_results_stand_without_buttons(window):
    page = window(made(bank(*FEW))).page
    learner = Learner(page, bank())
    learner.start()
    learner.play()
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
    assert page.locator("details.rights blockquote").first.is_visible()


def test_on_paper_stands_what_the_learner_said_of_own_words(window):
    page = window(made(bank(ITEMS[0]))).page
    learner = Learner(page, bank())
    learner.start()
    learner.play()
    page.emulate_media(media="print")
    assert page.locator("button:visible").all_inner_texts() == ["I had it"]


def test_who_types_the_model_answer_itself_is_not_asked_whether_it_was_right(window):
    page = window(made(bank(ITEMS[0]))).page
    learner = Learner(page, bank())
    learner.start()
    page.get_by_label("Your answer").fill(ITEMS[0].key[0].upper())
    learner.go_on()
    assert page.locator(".feedback.good .verdict").inner_text() == "Right"
    assert page.locator(".rating").count() == 0
    learner.go_on()
    assert "1 of 1 right" in page.inner_text("h1")
    assert page.locator(".rating").count() == 0


def test_a_thousand_items_are_ready_within_a_second(window):
    many = [
        item(f"i{n}", "choice", f"Which {n}?", "a", distractors=("b", "c")) for n in range(1000)
    ]
    page = window(made(bank(*many))).page
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    started = page.evaluate(
        "(before => { document.querySelector('form button.main').click();"
        " return performance.now() - before; })(performance.now())"
    )
    assert page.locator(".option").count() == 3
    assert loaded + started < 1000  # milliseconds


def test_without_javascript_the_page_says_so(window):
    page = window(made(), java_script_enabled=False).page
    assert "This page asks its questions with JavaScript" in page.locator("body").inner_text()
