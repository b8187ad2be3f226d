// Where one answers: for each interaction a field.
//
// A field: element; response(), as grading takes it; mark(item), which shows what was right;
// first, the control to begin with. Every control is the browser's own, for any hand and reader.

function fieldFor(item, sitting, before, changed) {
  switch (item.type) {
    case "choice":
      return choiceField(item, sitting, before, changed);
    case "order":
      return orderField(item, sitting, before, changed);
    case "match":
      return matchField(item, sitting, before, changed);
    case "text_entry":
      return textField(make("input", { type: "text", autocapitalize: "off" }), before, changed);
    default: // extended_text
      return textField(make("textarea", { rows: "4" }), before, changed);
  }
}

function textField(input, before, changed) {
  const named = { autocomplete: "off", spellcheck: "false", "aria-label": "Your answer", dir: "auto" };
  for (const [name, value] of Object.entries(named)) input.setAttribute(name, value);
  input.value = before ?? "";
  input.addEventListener("input", changed);
  return { element: input, first: input, response: () => input.value, mark() {} };
}

function choiceField(item, sitting, before, changed) {
  const type = item.multiple ? "checkbox" : "radio";
  const options = placesShown(item, sitting).map((place, shown) => {
    const text = item.options[place];
    const input = make("input", { type, name: "answer", onchange: changed, "aria-label": inTex(text) });
    input.checked = before?.includes(text) ?? false;
    const number = make("span", { class: "mark", "aria-hidden": "true" }, String(shown + 1));
    const label = make("label", { class: "option" }, input, number, said("span", text));
    return { place, input, label };
  });
  return {
    element: make("div", { class: "options" }, options.map(({ label }) => label)),
    first: options[0].input,
    choose: (number) => options[number - 1]?.input.click(),
    response: () => options.filter(({ input }) => input.checked).map(({ place }) => item.options[place]),
    mark: () => options.forEach((option) => markOption(item, option)),
  };
}

function markOption(item, { place, input, label }) {
  const right = item.right.includes(place);
  if (!right && !input.checked) return;
  const told = !right ? "wrong" : input.checked ? "right" : item.multiple ? "missed" : "right answer";
  label.classList.add(right ? "is-right" : "is-wrong");
  label.append(make("span", { class: "told" }, told));
}

function orderField(item, sitting, before, changed) {
  const texts = before?.length ? before : placesShown(item, sitting).map((n) => item.options[n]);
  const list = make("ol", { class: "order" });
  let touched = Boolean(before?.length);
  const move = (entry, step, control) => {
    const other = step < 0 ? entry.previousElementSibling : entry.nextElementSibling;
    touched = true;
    changed();
    if (!other) return;
    other[step < 0 ? "before" : "after"](entry);
    control.focus();
    const place = [...list.children].indexOf(entry) + 1;
    announce(`${entry.dataset.text}: ${place} of ${texts.length}`);
  };
  list.append(...texts.map((text) => orderEntry(text, move)));
  return {
    element: list,
    first: list.querySelector("button"),
    response: () => (touched ? [...list.children].map((entry) => entry.dataset.text) : []),
    mark: () => [...list.children].forEach((entry, n) => markEntry(entry, item.options[item.right[n]])),
  };
}

function orderEntry(text, move) {
  const entry = make("li", { "data-text": text }, said("span", text, { class: "text" }));
  for (const [step, arrow, told] of [[-1, "↑", "Move up"], [1, "↓", "Move down"]]) {
    const control = button(arrow, () => move(entry, step, control), {
      class: "move",
      "aria-label": `${told}: ${text}`,
    });
    entry.append(control);
  }
  return entry;
}

function markEntry(entry, wanted) {
  const right = entry.dataset.text === wanted;
  entry.classList.add(right ? "is-right" : "is-wrong");
  entry.append(make("span", { class: "told" }, right ? "right" : "wrong"));
}

function matchField(item, sitting, before, changed) {
  const shown = placesShown(item, sitting);
  const letter = (n) => (n < 26 ? String.fromCharCode(65 + n) : String(n + 1));
  const rows = item.left.map((left, n) => {
    const select = make("select", { id: `side-${n}`, onchange: changed, "aria-label": inTex(left) }, make("option", { value: "" }, "…"));
    shown.forEach((place, m) => {
      const text = `${letter(m)}  ${item.options[place]}`;
      select.append(make("option", { value: String(place), dir: "auto" }, text));
    });
    const place = before?.length && before[n] !== null ? item.options.indexOf(before[n]) : "";
    select.value = String(place);
    const label = said("label", left, { for: `side-${n}`, class: "text" });
    return { select, row: make("div", { class: "pair" }, label, select) };
  });
  const sides = shown.map((place, m) =>
    make("li", {}, make("b", {}, letter(m)), " ", said("span", item.options[place])),
  );
  return {
    element: make("div", {}, make("ul", { class: "sides" }, sides), rows.map(({ row }) => row)),
    first: rows[0].select,
    response: () => {
      const given = rows.map(({ select }) => (select.value ? item.options[Number(select.value)] : null));
      return given.every((text) => text === null) ? [] : given;
    },
    mark: () => rows.forEach(({ select, row }, n) => markPair(item, n, select, row)),
  };
}

function markPair(item, n, select, row) {
  const right = item.options[Number(select.value)] === item.options[item.right[n]] && select.value;
  row.classList.add(right ? "is-right" : "is-wrong");
  row.append(make("span", { class: "told" }, right ? "right" : "wrong"));
}
