// What a response earns (as quizlib/grading); the words in a response are the bank's own.

function score(verdict, points) {
  return { verdict, points, right: points === 1 };
}

// `item` has its key; the response is text, or a list of options, entries or right sides.
function grade(item, response) {
  switch (item.type) {
    case "choice":
      return gradeChoice(item, response);
    case "text_entry":
      return gradeText(item, response);
    case "extended_text":
      return gradeExtended(item, response);
    default: // order, match: the share of places that hold what belongs there
      return gradePlaces(item.right.map((place) => item.options[place]), response);
  }
}

// Whether there is anything to grade.
function isAnswered(response) {
  if (typeof response === "string") return !isBlank(response);
  return response.some((part) => part !== null);
}

// All or nothing for one; for several (right - wrong) / all right, floored at 0.
function gradeChoice(item, picked) {
  if (!picked.length) return score("Not answered", 0);
  const right = new Set(item.right.map((place) => item.options[place]));
  const hits = picked.filter((option) => right.has(option)).length;
  if (!item.multiple) return hits ? score("Right", 1) : score("Wrong", 0);
  return partly(Math.max(0, hits - (picked.length - hits)), hits, right.size);
}

function gradePlaces(wanted, given) {
  if (!isAnswered(given)) return score("Not answered", 0);
  const hits = wanted.filter((text, place) => text === given[place]).length;
  return partly(hits, hits, wanted.length);
}

function partly(earned, hits, total) {
  if (earned === total) return score("Right", 1);
  return earned ? score(`Partly right, ${hits} of ${total}`, earned / total) : score("Wrong", 0);
}
