// What the browser keeps: every sitting under a name of its own, so that two windows with this
// page lose nothing to each other; and the learner's name.

const STORE = `quizlib-1 ${PAGE.id} `;

class Kept {
  learner = "";
  sittings = [];
  stored = true; // whether the browser keeps anything: private windows and full ones do not

  constructor() {
    this.attempt(() => {
      this.learner = localStorage.getItem(`${STORE}learner`) ?? "";
      const names = Object.keys(localStorage).filter((name) => name.startsWith(`${STORE}sitting`));
      this.sittings = names.map((name) => JSON.parse(localStorage.getItem(name)));
      this.sittings.sort((one, other) => Date.parse(one.started) - Date.parse(other.started));
    });
  }

  attempt(act) {
    try {
      act();
      this.stored = true;
    } catch {
      this.stored = false;
    }
  }

  // The sitting that goes on; null for none.
  get current() {
    return this.sittings.findLast((each) => !each.ended && itemsOf(each).length) ?? null;
  }

  rename(learner) {
    this.learner = learner;
    this.attempt(() => localStorage.setItem(`${STORE}learner`, learner));
  }

  save(sitting) {
    if (!this.sittings.includes(sitting)) this.sittings.push(sitting);
    this.attempt(() =>
      localStorage.setItem(`${STORE}sitting ${sitting.id}`, JSON.stringify(sitting)),
    );
  }

  // Leave the sitting that goes on for good; one without a single answer is forgotten.
  leave() {
    for (const sitting of this.sittings.filter((each) => !each.ended)) {
      if (!Object.keys(sitting.answers).length) this.forget(sitting);
      else {
        end(sitting);
        this.save(sitting);
      }
    }
  }

  forget(sitting) {
    this.sittings = this.sittings.filter((each) => each !== sitting);
    this.attempt(() => localStorage.removeItem(`${STORE}sitting ${sitting.id}`));
  }

  // Every graded answer in every sitting, the oldest first.
  get answers() {
    return this.sittings.flatMap(graded);
  }

  // The items whose last answer was not right.
  get missed() {
    const last = new Map(this.answers.map(([item, answer]) => [item, answer.right]));
    return [...last].filter(([, right]) => !right).map(([item]) => item);
  }
}

// The results for download (docs/formats/results.md).
function results(kept) {
  return {
    type: "quizlib results",
    format: 1,
    bank: { id: PAGE.id, title: PAGE.title },
    learner: kept.learner,
    sittings: kept.sittings.map((sitting) => ({
      id: sitting.id,
      mode: sitting.mode,
      started: sitting.started,
      ended: sitting.ended,
      asked: sitting.items,
      answers: Object.entries(sitting.answers)
        .filter(([, answer]) => answer.points !== undefined)
        .map(([item, { verdict, ...answer }]) => ({ item, ...answer })),
    })),
  };
}
