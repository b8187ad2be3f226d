// The items of the page, and in which order a sitting puts them.

const PAGE = readData("items");
// What stands between dollar signs, as MathML, by its TeX.
const FORMULA = new RegExp(PAGE.formula, "gu");
const FORMULAS = new Map(PAGE.formulas ? Object.entries(revealed(PAGE.formulas)) : []);
const ITEMS = new Map(withKeys(PAGE).map((item) => [item.id, item]));

// Every item with what is right; the keys are kept apart, unreadable at a glance.
function withKeys({ items, keys }) {
  const told = revealed(keys);
  return items.map((item, place) => ({ ...item, ...told[place] }));
}

function revealed(text) {
  const bytes = Uint8Array.from(atob(text), (character, place) =>
    character.charCodeAt(0) ^ ((place * 7 + 91) & 255),
  );
  return JSON.parse(new TextDecoder().decode(bytes));
}

// Answers known to mean something else than an item's key: no slip makes one of them right.
const OTHERS = [
  ...new Set(
    [...ITEMS.values()].flatMap((item) => [
      ...(item.options ?? []),
      ...(item.accepted ?? []),
      ...(item.model ? [item.model] : []),
    ]),
  ),
];

// A generator of numbers in [0, 1) that `seed` decides (mulberry32 over an FNV-1a digest).
function random(seed) {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled(list, seed) {
  const next = random(seed);
  const made = [...list];
  for (let last = made.length - 1; last > 0; last -= 1) {
    const place = Math.floor(next() * (last + 1));
    [made[last], made[place]] = [made[place], made[last]];
  }
  return made;
}

// Up to `count` of `items`, by chance; items about one fact as far apart as it goes.
function chosen(items, count, seed) {
  const asked = new Map();
  const turns = shuffled(items, seed).map((item) => {
    const turn = asked.get(item.fact) ?? 0;
    asked.set(item.fact, turn + 1);
    return { item, turn };
  });
  turns.sort((one, other) => one.turn - other.turn);
  return turns.slice(0, count).map(({ item }) => item);
}

// The places of `item`'s options in the order that a sitting shows them; of entries and pairs, from
// three on, never that of the key.
function placesShown(item, sitting) {
  const places = (item.options ?? []).map((_, place) => place);
  if (item.fixed) return places;
  const mixed = shuffled(places, `${sitting.id} ${item.id}`);
  const placed = (place, n) => item.options[mixed[n]] === item.options[place];
  const arranged = item.type === "order" || item.type === "match";
  const solved = arranged && item.right.length > 2 && item.right.every(placed);
  return solved ? [...mixed.slice(1), mixed[0]] : mixed;
}

// What is right, for reading: one line for each part of it.
function keyLines(item) {
  switch (item.type) {
    case "text_entry":
      return [item.accepted[0]];
    case "extended_text":
      return [item.model];
    case "match":
      return item.left.map((left, n) => `${left} — ${item.options[item.right[n]]}`);
    default:
      return item.right.map((place) => item.options[place]);
  }
}

// A response, for reading, in the same way.
function responseLines(item, response) {
  if (!isAnswered(response)) return [];
  if (typeof response === "string") return [response];
  if (item.type !== "match") return response;
  return item.left.map((left, n) => `${left} — ${response[n] ?? "…"}`);
}
