// Making elements. Text only ever comes in as text: nothing here reads markup.

// An element; attributes that are false or undefined are left out, "on…" are listeners.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

// Text from the bank, its formulas drawn: in the bank's language, in whichever direction it runs.
function said(tag, text, attributes = {}) {
  const parts = [text].flat().map((part) => (typeof part === "string" ? withFormulas(part) : part));
  return make(tag, { ...attributes, lang: PAGE.language, dir: "auto" }, parts);
}

function withFormulas(text) {
  if (!FORMULAS.size) return text;
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(FORMULA)) {
    if (!FORMULAS.has(found[2])) continue;
    parts.push(text.slice(end, found.index), drawn(["math", [FORMULAS.get(found[2])]]));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

// A name for a control that a drawn formula would leave without one.
function inTex(text) {
  return FORMULAS.size > 0 && text.includes("$") && text;
}

function drawn([tag, inside]) {
  const element = document.createElementNS("http://www.w3.org/1998/Math/MathML", tag);
  element.append(...(Array.isArray(inside) ? inside.map(drawn) : [inside]));
  return element;
}

function button(text, onclick, attributes = {}) {
  return make("button", { type: "button", ...attributes, onclick }, text);
}

// Have a form act when its button is pressed, or Enter, which presses it. Nothing is ever sent: a
// frame that forbids that, as the one in which Jupyter shows files, would not even tell of it.
function onPressed(form, act) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    if (event.target.closest("button")?.type !== "submit") return;
    event.preventDefault();
    act();
  });
}

function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// Tell a screen reader; nothing moves on the screen.
function announce(text) {
  const status = document.getElementById("status");
  status.textContent = "";
  requestAnimationFrame(() => status.append(text));
}

// Put a screen in the place of the one before, at its top, its heading focused.
function show(title, ...content) {
  document.title = title === PAGE.title ? title : `${title} · ${PAGE.title}`;
  document.querySelector("main").replaceChildren(...content.flat().filter(Boolean));
  window.scrollTo(0, 0);
  document.querySelector("main h1")?.focus({ preventScroll: true });
}
