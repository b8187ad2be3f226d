// The first screen: what to ask, and how. Of a test nothing is chosen, and a name is needed.

const TEST = PAGE.modes.join() === "exam";

function showStart(kept) {
  const total = ITEMS.size;
  show(
    PAGE.title,
    said("h1", PAGE.title, { tabindex: "-1" }),
    make("p", { class: "lead" }, counted(total, "question")),
    sourceList(),
    going(kept),
    startForm(kept),
    pastSittings(kept),
  );
}

function sourceList() {
  if (!PAGE.sources.length) return null;
  const lines = PAGE.sources.map((line) => said("li", line));
  return PAGE.sources.length > 3
    ? make("details", {}, make("summary", {}, `From ${PAGE.sources.length} sources`), make("ul", {}, lines))
    : make("ul", { class: "sources" }, lines);
}

function going(kept) {
  const sitting = kept.current;
  if (!sitting) return null;
  const place = `You stopped at question ${sitting.at + 1} of ${itemsOf(sitting).length}.`;
  return make(
    "section",
    { class: "card", "aria-label": "Go on" },
    make("p", {}, place),
    button("Go on", () => ask(kept, sitting), { class: "main" }),
  );
}

function startForm(kept) {
  const topics = PAGE.topics.map(([name, number], place) => make("option", { value: place, lang: PAGE.language }, `${name} (${number})`));
  const topic = make("select", { id: "topic" }, make("option", { value: "" }, "Everything"), topics);
  const name = make("input", { id: "learner", type: "text", autocomplete: "name", value: kept.learner, required: TEST });
  const counts = choices("Questions", "count", countsOffered(ITEMS.size), "10");
  const modes = choices("Mode", "mode", modesOffered(), PAGE.modes[0]);
  const form = make(
    "form",
    { class: "card start" },
    !TEST && [counts, topics.length > 1 && make("div", { class: "line" }, make("label", { for: "topic" }, "Topic"), topic), modes],
    make("div", { class: "line" }, make("label", { for: "learner" }, `Name${TEST ? "" : " (optional)"}`), name),
    make("button", { type: "submit", class: "main" }, "Start"),
  );
  onPressed(form, () => {
    kept.rename((name.value = name.value.trim()));
    if (!form.reportValidity()) return;
    const items = [...ITEMS.values()].filter((item) => !topic.value || item.topics.includes(Number(topic.value)));
    begin(kept, items, Number(picked(form, "count") ?? items.length), picked(form, "mode") ?? "exam");
  });
  return form;
}

function countsOffered(total) {
  const fewer = [5, 10, 20, 50].filter((count) => count < total);
  return [...fewer.map((count) => [String(count), String(count)]), [String(total), `All ${total}`]];
}

function modesOffered() {
  const every = [
    ["practice", "Practice", "the answer after every question"],
    ["exam", "Exam", "the answers at the end"],
  ];
  return every.filter(([mode]) => PAGE.modes.includes(mode));
}

// A row of radio buttons; the wanted one is picked, else the last.
function choices(title, name, offered, wanted) {
  const start = offered.find(([value]) => value === wanted) ?? offered.at(-1);
  const labels = offered.map(([value, text, more]) => {
    const input = make("input", { type: "radio", name, value, checked: value === start[0] });
    return make("label", { class: "pick" }, input, make("span", {}, text), more && make("small", {}, more));
  });
  return make("fieldset", { class: "picks" }, make("legend", {}, title), labels);
}

function picked(form, name) {
  return new FormData(form).get(name);
}

function begin(kept, items, count, mode) {
  kept.leave();
  const sitting = newSitting(items, count, mode);
  kept.save(sitting);
  ask(kept, sitting);
}

function pastSittings(kept) {
  const done = tally(kept.answers);
  const missed = kept.missed;
  if (!done.asked) return !kept.stored && notStored();
  return make(
    "section",
    { class: "card past", "aria-label": "So far" },
    make("p", {}, `So far ${done.right} of ${counted(done.asked, "answer")} right.`, !kept.stored && notStored()),
    make(
      "div",
      { class: "actions" },
      missed.length > 0 && button(`Retry what was missed (${missed.length})`, () => begin(kept, missed, missed.length, PAGE.modes[0])),
      button("Download results", () => download(kept)),
      forgetting(kept),
    ),
  );
}

function notStored() {
  return make("p", { class: "note" }, "This browser keeps nothing for this page: download the results before you close it.");
}

// Forgetting takes a second press.
function forgetting(kept) {
  const control = button("Forget them", () => {
    if (!control.dataset.sure) {
      control.dataset.sure = "yes";
      control.textContent = "Press again to forget all answers";
      return;
    }
    [...kept.sittings].forEach((sitting) => kept.forget(sitting));
    showStart(kept);
  });
  return control;
}
