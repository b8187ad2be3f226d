// The tables of quizlib.grading, in the shapes that grading asks for.

const RULES = rulesOf(readData("rules"));

function rulesOf(told) {
  const pattern = (source) => new RegExp(source, "gu");
  const sets = ["leading", "currencies", "ordinals", "minus", "turning", "apart", "function"];
  const maps = ["months", "words", "scales", "roman", "units"];
  const replaced = (list) => list.map(([source, instead]) => [pattern(source), instead]);
  return {
    ...told,
    ...Object.fromEntries(sets.map((name) => [name, new Set(told[name])])),
    ...Object.fromEntries(maps.map((name) => [name, new Map(Object.entries(told[name]))])),
    superscript: pattern(told.superscript),
    accent: pattern(told.accent),
    piece: pattern(told.piece),
    phrases: replaced(told.phrases),
    atlantic: replaced(told.atlantic),
    digraphs: replaced(told.digraphs),
    pairs: told.pairs.split(" ").map((pair) => pair.split("/")),
  };
}

function readData(id) {
  return JSON.parse(document.getElementById(id).textContent);
}
