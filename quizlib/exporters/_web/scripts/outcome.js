// The last screen: what came of a sitting, what to look at again, and the results for download.

function showResults(kept, sitting) {
  const pairs = graded(sitting);
  const wrong = pairs.filter(([, answer]) => !answer.right);
  const right = pairs.filter(([, answer]) => answer.right);
  const head = make("h1", { tabindex: "-1" });
  const lead = make("p", { class: "lead" });
  const count = () => [head.textContent, lead.textContent] = totals(tally(pairs));
  const rated = () => {
    kept.save(sitting);
    count();
  };
  count();
  show(
    "Results",
    head,
    lead,
    said("p", [PAGE.title, kept.learner].filter(Boolean).join(" · "), { class: "lead" }),
    resultButtons(kept, wrong.map(([item]) => item)),
    !kept.stored && notStored(),
    topicTable(byTopic(pairs)),
    wrong.length > 0 && make("section", {}, make("h2", {}, "To look at again"), wrong.map((pair) => reviewed(pair, rated))),
    right.length > 0 &&
      make("details", { class: "rights" }, make("summary", {}, `Right (${right.length})`), right.map((pair) => reviewed(pair, rated))),
  );
}

function totals({ asked, right, points }) {
  const share = asked ? Math.round((100 * points) / asked) : 0;
  const told = counted(Math.round(points * 100) / 100, "point");
  return [`${right} of ${asked} right`, `${share} %, ${told} of ${asked}`];
}

function resultButtons(kept, wrong) {
  return make(
    "div",
    { class: "actions" },
    wrong.length > 0 && button(`Retry the wrong ones (${wrong.length})`, () => begin(kept, wrong, wrong.length, PAGE.modes[0]), { class: "main" }),
    button("Download results", () => download(kept)),
    button("Print", () => window.print()),
    button("To the start", () => showStart(kept)),
  );
}

function topicTable(rows) {
  if (rows.length < 2) return null;
  const head = ["Topic", "Right", "Points"].map((text) => make("th", { scope: "col" }, text));
  const body = rows.map(([topic, { asked, right, points }]) =>
    make(
      "tr",
      {},
      said("th", topic, { scope: "row" }),
      make("td", {}, `${right} of ${asked}`),
      make("td", {}, make("meter", { max: asked, value: points, "aria-label": `${Math.round((100 * points) / asked)} %` })),
    ),
  );
  return make("section", {}, make("h2", {}, "By topic"), make("table", {}, make("thead", {}, make("tr", {}, head)), make("tbody", {}, body)));
}

function reviewed([item, answer], rated) {
  const lines = responseLines(item, answer.response);
  return make(
    "article",
    { class: "card" },
    leadIn(item),
    said("h3", stemParts(item), { class: "stem" }),
    make("p", { class: "yours" }, "Your answer: ", lines.length ? said("span", lines.join("; ")) : "none"),
    feedback(item, answer, true),
    isJudged(item, answer) && verdicts(answer, pressed, rated),
  );
}

function pressed(control, holds) {
  control.setAttribute("aria-pressed", String(holds));
}

function download(kept) {
  const text = `${JSON.stringify(results(kept), null, 1)}\n`;
  const link = make("a", {
    href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
    download: `${fileName([PAGE.title, "results", kept.learner])}.json`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Words that make a file's name everywhere.
function fileName(words) {
  return words.join(" ").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu).join("-").slice(0, 80);
}
