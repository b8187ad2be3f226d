// Numbers in digits and in words, as exact values (as quizlib/grading/numbers.py).
//
// A value is a token: VALUE, then the number in its shortest decimal form. So equal values
// are equal strings, and no word is one: VALUE never stands in folded text.

const VALUE = "\u0001";

function isValue(token) {
  return token !== undefined && token.startsWith(VALUE);
}

// The value mantissa / 10 ** decimals.
function valueOf(mantissa, decimals) {
  while (decimals > 0 && mantissa % 10n === 0n) {
    mantissa /= 10n;
    decimals -= 1;
  }
  const digits = String(mantissa < 0n ? -mantissa : mantissa).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = decimals > 0 ? "." + digits.slice(-decimals) : "";
  return VALUE + (mantissa < 0n ? "-" : "") + whole + part;
}

// What `valueOf` was made from.
function parts(value) {
  const [whole, part = ""] = value.slice(VALUE.length).split(".");
  return [BigInt(whole + part), part.length];
}

// The value of digits with separators of thousands (`grouped`) or a decimal sign.
function valueOfDigits(digits, grouped, negative) {
  const plain = grouped ? digits.replace(/[,' ]/g, "") : digits.replace(",", ".");
  const [whole, part = ""] = plain.split(".");
  const mantissa = BigInt(whole + part);
  return valueOf(negative ? -mantissa : mantissa, part.length);
}

function sum(one, other) {
  const [a, first] = parts(one);
  const [b, second] = parts(other);
  const deep = Math.max(first, second);
  return valueOf(a * 10n ** BigInt(deep - first) + b * 10n ** BigInt(deep - second), deep);
}

// The value times 10 ** zeros.
function scaled(value, zeros) {
  const [mantissa, decimals] = parts(value);
  const kept = Math.max(0, decimals - zeros);
  return valueOf(mantissa * 10n ** BigInt(zeros - decimals + kept), kept);
}

// `pieces` with every number in words, and every scale behind digits, as its value;
// behind that of an ordinal stands RULES.place.
function withValues(pieces) {
  const found = [];
  let start = 0;
  while (start < pieces.length) {
    // "30 seconds" is spelled with a word that is also an ordinal.
    const unit = pieces[start] === "second" && isValue(found.at(-1));
    const [number, length] = unit ? [null, 1] : numberAt(pieces, start);
    found.push(number ?? pieces[start]);
    start += length;
    if (number !== null && RULES.ordinals.has(pieces[start - 1])) found.push(RULES.place);
  }
  return found;
}

// The number that begins at `start` and how many pieces it takes; null for no number.
function numberAt(pieces, start) {
  const piece = pieces[start];
  if (RULES.minus.has(piece) && start + 1 < pieces.length) {
    const [number, length] = numberAt(pieces, start + 1);
    if (number === null) return [null, 1];
    const [mantissa, decimals] = parts(number);
    return [valueOf(-mantissa, decimals), length + 1];
  }
  if (RULES.roman.has(piece)) return [valueOf(BigInt(RULES.roman.get(piece)), 0), 1];
  const reading = new Reading();
  let end = start;
  while (end < pieces.length && reading.take(pieces[end], pieces[end + 1] ?? pieces[end])) end += 1;
  return end > start ? [reading.value, end - start] : [null, 1];
}

// A number being read word by word: `total` in whole scales, `group` below them.
class Reading {
  total = valueOf(0n, 0);
  group = null;
  zeros = Infinity; // of the last scale taken: each is smaller than the one before
  digits = false; // the group stands in digits: no words go on with it
  ended = false;

  get value() {
    return this.group === null ? this.total : sum(this.total, this.group);
  }

  // Take `piece` if it goes on with the number; `next` stands behind it.
  take(piece, next) {
    if (this.ended) return false;
    if (isValue(piece)) return this.takeDigits(piece);
    if (RULES.words.has(piece)) return this.takeWord(piece);
    if (piece === "hundred" && (this.group === null || this.size < 100)) {
      this.group = this.times(2);
      return true;
    }
    if (RULES.scales.has(piece) && RULES.scales.get(piece) < this.zeros) {
      this.total = sum(this.total, this.times(RULES.scales.get(piece)));
      [this.group, this.zeros, this.digits] = [null, RULES.scales.get(piece), false];
      return true;
    }
    return piece === "and" && this.goesOn() && RULES.words.has(next);
  }

  takeDigits(piece) {
    if (this.group !== null || this.total !== valueOf(0n, 0)) return false;
    [this.group, this.digits] = [piece, true];
    return true;
  }

  takeWord(piece) {
    const number = RULES.words.get(piece);
    if (this.group !== null) {
      const tens = this.size % 100;
      const afterTens = number > 0 && number < 10 && tens >= 20 && tens % 10 === 0;
      if (this.digits || !(afterTens || (this.size >= 100 && tens === 0))) return false;
    }
    const value = valueOf(BigInt(number), 0);
    this.group = this.group === null ? value : sum(this.group, value);
    this.ended = RULES.ordinals.has(piece);
    return true;
  }

  // The group times 10 ** zeros; one where there is none ("a hundred").
  times(zeros) {
    return scaled(this.group ?? valueOf(1n, 0), zeros);
  }

  // Whether "and" may follow: "two hundred and five", not "five and six".
  goesOn() {
    if (this.group === null) return this.total !== valueOf(0n, 0);
    return !this.digits && this.size >= 100 && this.size % 100 === 0;
  }

  // The group as a number: below 1,000 wherever it is in words, which is all that is asked of it.
  get size() {
    return Number(this.group.slice(VALUE.length));
  }
}
