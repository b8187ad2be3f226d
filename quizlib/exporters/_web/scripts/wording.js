// Answers as tokens: what the spellings of one answer have in common
// (as quizlib/grading/wording.py, whose tables and patterns are in RULES).

// The words and values of `text`; what has neither letters nor digits stands for itself.
function tokens(text) {
  let folded = fold(text);
  for (const [pattern, instead] of RULES.phrases) folded = folded.replace(pattern, instead);
  const found = arranged(withValues(withoutArticles(pieces(folded))));
  if (found.length) return found;
  return words(folded).length ? words(folded) : words(text);
}

function words(text) {
  return text.split(/[\p{Z}\t-\r\x1c-\x1f\x85]+/u).filter(Boolean);
}

function isBlank(text) {
  return words(text).length === 0;
}

// `text` without case, accents and invisible characters; white space is one space each.
function fold(text) {
  const raised = text.replace(RULES.superscript, (digits) => "^" + digits.normalize("NFKD"));
  const apart = raised.replace(/\p{No}/gu, " $& ").normalize("NFKD");
  const lower = apart.toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKD");
  const plain = lower.replace(/[^a-z0-9 ]/gu, plainly);
  return words(plain.replace(RULES.accent, "")).join(" ");
}

// One form for every dash, quote, space and digit; none for what is invisible.
function plainly(character) {
  if (/\p{Nd}/u.test(character)) return digit(character);
  if (/\p{Cf}|[\ufe00-\ufe0f]/u.test(character)) return "";
  if (/\p{Cc}|\p{Z}|—/u.test(character)) return " ";
  if (/\p{Pd}|\u2212/u.test(character)) return "-";
  if (RULES.apostrophes.includes(character)) return "'";
  return RULES.stroked[character] ?? character;
}

// Digits of every script stand in rows of ten, from zero on.
function digit(character) {
  const code = character.codePointAt(0);
  let place = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - place - 1))) place += 1;
  return String(place % 10);
}

function pieces(folded) {
  const found = [];
  for (const { groups } of folded.matchAll(RULES.piece)) {
    const digits = groups.grouped ?? groups.plain;
    if (digits) found.push(valueOfDigits(digits, Boolean(groups.grouped), Boolean(groups.sign)));
    if (digits && groups.ordinal) found.push(RULES.place);
    if (digits) continue;
    if (groups.word) found.push(groups.word);
    else if (/[%\p{S}\p{M}]/u.test(groups.sole)) found.push(groups.sole);
  }
  return found;
}

// Without "the" anywhere, other articles and light prepositions in front.
function withoutArticles(found) {
  const kept = found.filter((piece) => piece !== "the");
  const signed = () => kept.length === 2 && RULES.signs.includes(kept[1]);
  while (kept.length > 1 && RULES.leading.has(kept[0]) && !signed()) kept.shift();
  return kept.length ? kept : found;
}

// Dates with the month first, currency signs behind the amount.
function arranged(found) {
  const made = [];
  for (const token of found) {
    const before = made.at(-1) ?? "";
    if (RULES.months.has(token) && endsInDay(made)) {
      made.splice(-1, 0, RULES.months.get(token));
    } else if (token === RULES.place && made.length > 1 && !isValue(made.at(-2))) {
      continue; // "Louis the Fourteenth"
    } else if (isValue(token) && RULES.currencies.has(before)) {
      made.splice(-1, 1, token, before);
    } else if (isValue(token) && RULES.months.has(before)) {
      made.splice(-1, 1, RULES.months.get(before), token);
    } else {
      made.push(token);
    }
  }
  return made;
}

// Whether a day stands last; an "of" behind it, and what makes it an ordinal, go.
function endsInDay(made) {
  let end = made.length - (made.at(-1) === "of" ? 1 : 0);
  if (end > 0 && made[end - 1] === RULES.place) end -= 1;
  const day = end > 0 && isValue(made[end - 1]);
  if (day) made.length = end;
  return day;
}
