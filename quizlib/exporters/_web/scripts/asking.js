// One question at a time: with the answer at once in practice, to and fro in an exam.

function ask(kept, sitting) {
  const items = itemsOf(sitting);
  sitting.at = Math.min(sitting.at, items.length - 1);
  const item = items[sitting.at];
  const answer = sitting.answers[item.id];
  const shownAt = Date.now();
  const field = fieldFor(item, sitting, answer?.response, () => {});
  const take = () => {
    const response = field.response();
    const same = JSON.stringify(response) === JSON.stringify(answer?.response ?? blank(item));
    if (!same) respond(sitting, item, response, (Date.now() - shownAt) / 1000);
    kept.save(sitting);
  };
  const turn = { kept, sitting, items, item, field, take, shownAt };
  turn.controls = make("fieldset", { class: "answer", tabindex: "-1" }, question(item), field.element);
  turn.below = make("div", { class: "below" });
  turn.form = make("form", { class: "card question" }, leadIn(item), turn.controls, turn.below);
  listen(turn);
  show(`${sitting.at + 1}/${items.length}`, topLine(turn), turn.form);
  if (sitting.mode === "exam") examButtons(turn);
  else if (answer?.points !== undefined) reveal(turn, answer);
  else practiceButtons(turn);
  focusAnswer(turn);
}

// What stands before the question: where it is from, and what it leans on.
function leadIn(item) {
  return [
    item.source && said("p", item.source, { class: "source" }),
    item.context && said("p", item.context, { class: "context" }),
  ];
}

function question(item) {
  return [
    make("legend", {}, said("h2", stemParts(item), { class: "stem" })),
    make("p", { class: "ask" }, item.ask),
  ];
}

// The stem; its gaps are drawn, and read as "blank".
function stemParts(item) {
  return item.stem
    .split(PAGE.gap)
    .flatMap((text, n) => (n ? [make("span", { class: "gap", role: "img", "aria-label": "blank" }), text] : [text]));
}

function topLine({ kept, sitting, items, take }) {
  const place = `Question ${sitting.at + 1} of ${items.length}`;
  return make(
    "div",
    { class: "top" },
    make("p", { class: "place", id: "place" }, place),
    make("progress", { max: items.length, value: sitting.at, "aria-label": "Progress" }),
    button("Leave", () => {
      if (sitting.mode === "exam") take();
      showStart(kept);
    }, { class: "quiet" }),
  );
}

// Digits choose while an option is focused, or the question; Enter goes on.
function listen(turn) {
  onPressed(turn.form, () => turn.onward());
  turn.controls.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "Enter") turn.onward();
      return;
    }
    const typing = event.target.matches("input[type=text], textarea, select");
    if (!typing && /^[1-9]$/.test(event.key)) turn.field.choose?.(Number(event.key));
    if (event.key === "Enter" && !typing && event.target.tagName !== "BUTTON") {
      event.preventDefault();
      turn.onward();
    }
  });
}

// A keyboard begins in the text; a phone's would cover the question if it came up unasked.
function focusAnswer({ controls, field, below }) {
  const typing = field.first.matches("input[type=text], textarea");
  if (controls.disabled) below.querySelector("button.main").focus();
  else if (typing && matchMedia("(pointer: fine)").matches) field.first.focus();
  else controls.focus({ preventScroll: true });
}

function practiceButtons(turn) {
  const { sitting, item, below, kept, field, shownAt } = turn;
  turn.onward = () => {
    respond(sitting, item, field.response(), (Date.now() - shownAt) / 1000);
    const answer = sitting.answers[item.id];
    gradeAnswer(item, answer);
    kept.save(sitting);
    reveal(turn, answer);
    below.querySelector("button.main").focus({ preventScroll: true });
    below.scrollIntoView({ block: "nearest" });
  };
  const told = item.type === "extended_text" ? "Compare" : "Check";
  below.replaceChildren(make("div", { class: "actions" }, make("button", { class: "main" }, told)));
}

// The verdict, the reason, and the way on.
function reveal(turn, answer) {
  const { sitting, items, item, below, kept, field, controls } = turn;
  controls.disabled = true;
  field.mark();
  const last = sitting.at + 1 === items.length;
  turn.onward = () => {
    if (last) return finish(kept, sitting);
    sitting.at += 1;
    kept.save(sitting);
    ask(kept, sitting);
  };
  const shown = item.type !== "choice" || !answer.right;
  below.replaceChildren(feedback(item, answer, shown), wayOn(turn, answer, last ? "Results" : "Next"));
  announce([answer.verdict, ...keyLines(item), ...item.quotes.map(([words]) => words)].join(". "));
}

// One button; on an answer in words of their own the learner's verdict, which goes on as well.
function wayOn(turn, answer, told) {
  const { item, kept, sitting } = turn;
  const onward = make("button", { class: "main" }, told);
  if (!isJudged(item, answer)) return make("div", { class: "actions" }, onward);
  const suggest = (control, inForce) => control.classList.toggle("main", inForce);
  return verdicts(answer, suggest, () => {
    kept.save(sitting);
    turn.onward();
  });
}

// Whether the learner is asked: not where the answer is the model answer itself.
function isJudged(item, answer) {
  return item.type === "extended_text" && answer.verdict !== "Right";
}

// The learner has the last word on an answer in words of their own; `mark` shows which holds.
function verdicts(answer, mark, rated) {
  const told = [[true, "I had it"], [false, "I did not"]];
  const buttons = told.map(([right, text]) =>
    button(text, () => {
      rate(answer, right);
      show();
      rated();
    }),
  );
  const show = () => buttons.forEach((each, n) => mark(each, told[n][0] === answer.right));
  show();
  return make("div", { class: "rating", role: "group", "aria-label": "Was it right?" }, make("span", {}, "Was it right?"), buttons);
}

// The verdict, what is right unless the options show it already, and the source's words.
function feedback(item, answer, keyShown) {
  const close = answer.points > 0 || answer.verdict === "Almost";
  const tone = answer.verdict === "Compare" ? "open" : answer.right ? "good" : close ? "partly" : "bad";
  const told = keyShown ? keyLines(item) : [];
  return make(
    "div",
    { class: `feedback ${tone}` },
    make("p", { class: "verdict" }, answer.verdict),
    told.length > 1
      ? make(item.type === "order" ? "ol" : "ul", { class: "key" }, told.map((line) => said("li", line)))
      : told.map((line) => said("p", line, { class: "key" })),
    item.accepted?.length > 1 && make("p", { class: "also" }, "Also right: ", said("span", item.accepted.slice(1).join("; "))),
    item.explanation && said("p", item.explanation),
    item.quotes.map(quotation),
  );
}

function quotation([words, place]) {
  return make("figure", {}, said("blockquote", words), place && said("figcaption", place));
}

function examButtons(turn) {
  const { sitting, items, below, kept, take } = turn;
  const go = (place) => {
    take();
    sitting.at = place;
    kept.save(sitting);
    ask(kept, sitting);
  };
  const last = sitting.at + 1 === items.length;
  const handIn = () => {
    take();
    confirmed(turn, () => finish(kept, sitting));
  };
  turn.onward = last ? handIn : () => go(sitting.at + 1);
  const numbers = items.map((item, n) => make("li", {}, numberButton(sitting, item, n, go)));
  below.replaceChildren(
    make(
      "div",
      { class: "actions" },
      sitting.at > 0 && button("Back", () => go(sitting.at - 1)),
      make("button", { class: "main" }, last ? "Hand in" : "Next"),
    ),
    make(
      "details",
      { class: "overview" },
      make("summary", {}, "All questions"),
      make("ol", { class: "numbers" }, numbers),
      !last && button("Hand in now", handIn),
    ),
  );
}

function numberButton(sitting, item, n, go) {
  const told = sitting.answers[item.id] && isAnswered(sitting.answers[item.id].response) ? "answered" : "open";
  return button(String(n + 1), () => go(n), {
    class: told,
    "aria-label": `Question ${n + 1}, ${told}`,
    "aria-current": n === sitting.at && "step",
  });
}

// Hand in at once when all is answered, else after a second press.
function confirmed(turn, done) {
  const open = turn.items.filter(({ id }) => !turn.sitting.answers[id] || !isAnswered(turn.sitting.answers[id].response));
  if (!open.length) return done();
  const told = `${counted(open.length, "question")} not answered yet.`;
  const sure = button("Hand in all the same", done, { class: "main" });
  const actions = make("div", { class: "actions" }, button("Go back", () => ask(turn.kept, turn.sitting)), sure);
  turn.below.replaceChildren(make("p", { class: "note" }, told), actions);
  announce(told);
  sure.focus();
}

function finish(kept, sitting) {
  end(sitting);
  kept.save(sitting);
  showResults(kept, sitting);
}
