// Typed answers, forgiven what does not change their meaning
// (as quizlib/grading/text_entry.py, typos.py and extended_text.py).

function gradeText({ accepted, stem, others }, response) {
  if (isBlank(response)) return score("Not answered", 0);
  const answer = tokens(response);
  const right = accepted.flatMap((text) => readingsOf(text).map((words) => [words, namesIn(text)]));
  const readings = [answer, withoutStem(answer, stem)];
  const any = (same) => readings.some((reading) => right.some((words) => same(reading, ...words)));
  if (any(sameWords)) return score("Right", 1);
  const known = isKnown(answer, response, others);
  if (!known && any(isMisspelt)) return score("Right", 1);
  const near = known
    ? accepted.some((words) => isPartOfDate(answer, tokens(words)))
    : own(accepted.map(tokens)).some((words) => isNear(answer, words));
  return score(near ? "Almost" : "Wrong", 0);
}

// The tokens of an accepted answer, and of what it may be shortened to.
function readingsOf(accepted) {
  const whole = tokens(accepted);
  const found = [whole];
  if (whole[0] === valueOf(1n, 0) && whole[1] === RULES.fraction && whole.length > 2) {
    found.push([whole[2], RULES.place, ...whole.slice(3)]);
  } else if (whole.includes(RULES.place)) {
    found.push(whole.filter((token) => token !== RULES.place));
  }
  const lower = accepted === accepted.toLowerCase() && accepted !== accepted.toUpperCase();
  if (accepted.endsWith("-") && lower) found.push(tokens(accepted.replace(/-+$/, "")));
  return found;
}

// The key, and what else is right but a part of it.
function own([key, ...others]) {
  return [key, ...others.filter((words) => !within(words, new Set(key)))];
}

// The model answer itself is right. Else a suggestion, until the learner rates it: the share of
// its content words that the answer holds.
function gradeExtended({ model }, response) {
  if (!isBlank(response) && sameList(tokens(response), tokens(model))) return score("Right", 1);
  const wanted = contentOf(model);
  const given = new Set(isBlank(response) ? [] : tokens(response));
  const share = wanted.filter((word) => given.has(word)).length / Math.max(1, wanted.length);
  return score("Compare", share >= RULES.enough ? 1 : share);
}

function contentOf(text) {
  const every = [...new Set(tokens(text))];
  const content = every.filter((token) => !RULES.function.has(token));
  return content.length ? content : every;
}

// The answer without words that the stem said; the whole where it offers a choice.
function withoutStem(answer, stem) {
  const kept = (word) => isValue(word) || RULES.turning.has(word) || word === RULES.place;
  const said = new Set(tokens(stem).filter((word) => !kept(word)));
  return said.has("or") ? answer : answer.filter((word) => !said.has(word));
}

// Whether the answer is one of `others`; only those of about its length are read.
function isKnown(answer, response, others) {
  const length = [...response.trim()].length;
  return others.some(
    (other) => Math.abs([...other].length - length) <= 5 && sameList(tokens(other), answer),
  );
}

function sameList(one, other) {
  return one.length === other.length && one.every((token, place) => token === other[place]);
}

// The tokens of words with a capital: they are held to be names.
function namesIn(text) {
  return new Set(words(text).filter((word) => /\p{Lu}/u.test(word)).flatMap(tokens));
}

function sameWords(answer, accepted, names) {
  const measured = accepted.some(isValue);
  if (answer.length === accepted.length) {
    return answer.every((a, place) => {
      const b = accepted[place];
      const plural = !names.has(b) && (isPlural(a, b) || isPlural(b, a));
      return a === b || plural || (measured && sameUnit(a, b));
    });
  }
  const run = runTogether(answer);
  return run !== "" && run === runTogether(accepted);
}

// Whether `many` is `one` with an "s"; not in short words or after another "s".
function isPlural(one, many) {
  return !isValue(one) && one.length > 3 && !one.endsWith("s") && many === one + "s";
}

function sameUnit(one, other) {
  const units = RULES.units.get(other) ?? [];
  return (RULES.units.get(one) ?? []).some((unit) => units.includes(unit));
}

// The words as one, as "database" for "data base"; nothing where that is not safe.
function runTogether(list) {
  return list.some((word) => isValue(word) || RULES.apart.has(word)) ? "" : list.join("");
}

// Whether the answer differs in slips alone, in at most one word of three.
function isMisspelt(answer, accepted, names) {
  if (answer.length !== accepted.length) return false;
  const unlike = answer.map((word, place) => [word, accepted[place]]).filter(([a, b]) => a !== b);
  return (
    unlike.length <= 1 + Math.floor(accepted.length / 3) &&
    unlike.every(([a, b]) => !isValue(a) && !isValue(b) && isSlip(a, b, names.has(b)))
  );
}

// Whether it is a date that tells less than the right one does, as "1789" for "May 1789".
function isPartOfDate(answer, accepted) {
  const months = new Set(RULES.months.values());
  const [mine, right] = [new Set(answer), new Set(accepted)];
  const dated = [...right].every((token) => isValue(token) || months.has(token));
  if (!dated || ![...right].some((token) => months.has(token))) return false;
  if (mine.size === right.size || !within(mine, right)) return false;
  return [...mine].some((token) => months.has(token) || Number(token.slice(VALUE.length)) > RULES.lastDay);
}

// Whether it is worth telling that the answer was close: in words, number or spelling.
function isNear(answer, accepted) {
  const [mine, right] = [new Set(answer), new Set(accepted)];
  const unlike = [...mine, ...right].filter((token) => mine.has(token) !== right.has(token));
  if (unlike.some((token) => RULES.turning.has(token))) return false;
  if (mine.size !== right.size && (within(mine, right) || within(right, mine))) return true;
  const numbers = [answer, accepted].map((list) => list.filter(isValue).sort());
  if (numbers[0].length || numbers[1].length) {
    const inWords = [...mine].some((word) => !isValue(word) && right.has(word));
    return sameList(...numbers) || (inWords && numbers[0].length > 0);
  }
  return isSimilar(answer.join(" "), accepted.join(" "));
}

function within(part, whole) {
  return [...part].every((token) => whole.has(token));
}

function isSimilar(answer, accepted) {
  const [one, other] = [[...answer], [...accepted]];
  const length = Math.max(one.length, other.length);
  return one[0] === other[0] && 1 - distance(one, other) / length >= RULES.near;
}

// Optimal string alignment: letters added, dropped, exchanged, or swapped with their neighbour.
function distance(one, other) {
  let [before, last] = [[], other.map((_, place) => place)];
  last.push(other.length);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

// Whether `typed` is `word`, which may be a part of a name, with a slip.
function isSlip(typed, word, name) {
  const [shortest, long, longName, two] = RULES.lengths;
  if (!/^\p{L}+$/u.test(typed + word) || /[^\0-\u04ff]/u.test(typed + word)) return false;
  const shorter = Math.min(typed.length, word.length);
  if (shorter < shortest || contrasts(typed, word)) return false;
  if (american(typed, name) === american(word, name)) return true;
  if (typed[0] !== word[0]) return false;
  if (isSwapped(typed, word)) return !(name && isTurned(typed, word));
  if (isDoubled(typed, word, name)) return true;
  const inside = typed.slice(-3) === word.slice(-3);
  return inside && shorter >= (name ? longName : long) && slipsLead(typed, word, shorter >= two ? 2 : 1);
}

function american(word, name) {
  const spellings = name ? RULES.atlantic : [...RULES.digraphs, ...RULES.atlantic];
  return spellings.reduce((told, [british, instead]) => told.replace(british, instead), word);
}

// How many letters two words have in common from their beginning.
function inCommon(one, other) {
  let same = 0;
  while (same < Math.min(one.length, other.length) && one[same] === other[same]) same += 1;
  return same;
}

// Whether they differ in two neighbouring letters exchanged.
function isSwapped(typed, word) {
  const at = inCommon(typed, word);
  const turned = [...word.slice(at, at + 2)].reverse().join("");
  return typed.slice(at, at + 2) === turned && typed.slice(at + 2) === word.slice(at + 2);
}

// Whether they end in a vowel and a consonant, the other way round.
function isTurned(typed, word) {
  const [one, other] = [...word.slice(-2)].map((letter) => RULES.vowels.includes(letter));
  return typed.at(-1) !== word.at(-1) && one !== other;
}

// Whether one has a letter twice that the other has once; "-ee" makes another of a word.
function isDoubled(typed, word, name) {
  const at = inCommon(typed, word);
  const [short, long] = typed.length <= word.length ? [typed, word] : [word, typed];
  if (long[at] !== long[at - 1] || long.slice(at + 1) !== short.slice(at)) return false;
  return !RULES.vowels.includes(long[at]) || !(name || at === short.length);
}

// Whether `budget` slips, or fewer, lead from `word` to `typed`.
function slipsLead(typed, word, budget) {
  const same = inCommon(typed, word);
  [typed, word] = [typed.slice(same), word.slice(same)];
  if (!typed || !word || !budget) return typed.length + word.length <= budget;
  const swapped = word.length > 1 && typed.slice(0, 2) === word[1] + word[0];
  return (
    (swapped && slipsLead(typed.slice(2), word.slice(2), budget - 1)) ||
    (typed[1] === word[0] && slipsLead(typed.slice(1), word, budget - 1)) ||
    (word[1] === typed[0] && slipsLead(typed, word.slice(1), budget - 1)) ||
    (soundAlike(typed[0], word[0]) && slipsLead(typed.slice(1), word.slice(1), budget - 1))
  );
}

function soundAlike(one, other) {
  return RULES.alike.some((letters) => letters.includes(one) && letters.includes(other));
}

function contrasts(typed, word) {
  if (`${typed}a` === word || typed === `${word}a`) return true;
  const paired = ([one, other]) => isPaired(typed, word, one, other) || isPaired(word, typed, one, other);
  if (RULES.pairs.some(paired)) return true;
  return RULES.contrasts.some(([a, b]) =>
    [[a, b], [b, a]].some(
      ([one, other]) =>
        (typed.startsWith(one) && word.startsWith(other)) ||
        (typed.endsWith(one) && word.endsWith(other)),
    ),
  );
}

// Whether they are the words of a pair, or made of them alike: "deserts", "desserts".
function isPaired(typed, word, one, other) {
  const begun = typed.startsWith(one) && word.startsWith(other);
  return begun && typed.slice(one.length) === word.slice(other.length);
}
