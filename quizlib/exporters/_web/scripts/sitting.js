// A sitting as data, without a screen.
//
// A sitting: id, mode ("practice" or "exam"), started, ended (null while it goes on), items
// (ids in the order asked), at (the place of the one being asked), answers (by item id).
// An answer: id, revision, at, seconds, response; and when it is graded points, right, verdict, rated.

function identifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function newSitting(items, count, mode) {
  const id = identifier();
  const asked = chosen(items, count, id).map((item) => item.id);
  return { id, mode, started: now(), ended: null, items: asked, at: 0, answers: {} };
}

// The moment on the learner's own clock, with its distance from UTC: days are the learner's.
function now() {
  const date = new Date();
  const minutes = -date.getTimezoneOffset();
  const there = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
  return `${there}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

// Keep `response` as the answer to `item`; a later one replaces it.
function respond(sitting, item, response, seconds) {
  const before = sitting.answers[item.id]?.seconds ?? 0;
  const taken = Math.round((before + seconds) * 10) / 10;
  const revision = item.revision;
  sitting.answers[item.id] = { id: identifier(), revision, at: now(), seconds: taken, response };
}

function gradeAnswer(item, answer) {
  Object.assign(answer, grade({ ...item, others: OTHERS }, answer.response), { rated: false });
}

// The learner's own word on an answer in words of their own.
function rate(answer, right) {
  Object.assign(answer, { points: right ? 1 : 0, right, rated: true });
}

// End a sitting: what was not answered counts as such in an exam, and not at all in practice.
function end(sitting) {
  for (const item of itemsOf(sitting)) {
    if (sitting.mode === "exam" && !sitting.answers[item.id]) respond(sitting, item, blank(item), 0);
    const answer = sitting.answers[item.id];
    if (answer && answer.points === undefined) gradeAnswer(item, answer);
  }
  sitting.ended = now();
}

function blank(item) {
  return item.type === "text_entry" || item.type === "extended_text" ? "" : [];
}

// The items of a sitting that the page still has.
function itemsOf(sitting) {
  return sitting.items.map((id) => ITEMS.get(id)).filter(Boolean);
}

// [item, answer] for every graded answer, in the order asked.
function graded(sitting) {
  return itemsOf(sitting)
    .map((item) => [item, sitting.answers[item.id]])
    .filter(([, answer]) => answer?.points !== undefined);
}

function tally(pairs) {
  return {
    asked: pairs.length,
    right: pairs.filter(([, answer]) => answer.right).length,
    points: pairs.reduce((total, [, answer]) => total + answer.points, 0),
  };
}

// [topic, tally] for every topic of the answered items.
function byTopic(pairs) {
  const places = [...new Set(pairs.flatMap(([item]) => item.topics))];
  return places.map((place) => [PAGE.topics[place][0], tally(pairs.filter(([item]) => item.topics.includes(place)))]);
}
