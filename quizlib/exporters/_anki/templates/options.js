/* Shuffles what may be shuffled afresh at each review, takes the answer on the front by
   tap or digit key, and marks it on the back. Without scripts the plain list remains. */
(function () {
  "use strict";
  var STORE = "quizlib";
  var box = document.querySelector(".quizlib .options");
  if (!box) { return; }
  var list = box.querySelector("ol");
  var entries = Array.prototype.slice.call(list.children);
  var several = box.dataset.several !== "";

  function keep(state) {
    window.quizlibState = state;
    try { sessionStorage.setItem(STORE, JSON.stringify(state)); } catch (e) { /* not allowed here */ }
  }
  function recall() {
    var state = window.quizlibState;
    try { state = state || JSON.parse(sessionStorage.getItem(STORE)); } catch (e) { /* as above */ }
    return state && state.id === box.dataset.id ? state : null;
  }
  function shuffled(count) {
    var order = [];
    for (var i = 0; i < count; i++) {
      var j = Math.floor(Math.random() * (i + 1));
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
  function arrange(target, order) {
    var children = Array.prototype.slice.call(target.children);
    order.forEach(function (i) { target.appendChild(children[i]); });
  }
  function flip() {
    if (typeof pycmd === "function") { pycmd("ans"); }
    else if (typeof showAnswer === "function") { showAnswer(); }
  }

  /* Anki's desktop window takes digits for ratings unless a text box has the focus. */
  function keyCatcher() {
    if (typeof pycmd !== "function") { return null; }
    var catcher = document.createElement("input");
    catcher.className = "catcher";
    catcher.setAttribute("aria-label", "Press the number of an option");
    box.appendChild(catcher);
    catcher.focus({ preventScroll: true });
    return catcher;
  }

  function ask() {
    var inPlace = entries.map(function (_, i) { return i; });
    var order = list.classList.contains("shuffle") ? shuffled(entries.length) : inPlace;
    var state = { id: box.dataset.id, order: order, picked: [] };
    keep(state);
    arrange(list, order);
    function pick(i) {
      var at = state.picked.indexOf(i);
      if (!several) { state.picked = [i]; }
      else if (at < 0) { state.picked.push(i); }
      else { state.picked.splice(at, 1); }
      entries.forEach(function (entry, n) {
        var on = state.picked.indexOf(n) >= 0;
        entry.classList.toggle("picked", on);
        entry.setAttribute("aria-checked", String(on));
      });
      keep(state);
      if (!several) { flip(); }
    }
    entries.forEach(function (entry, i) {
      entry.setAttribute("role", several ? "checkbox" : "radio");
      entry.setAttribute("aria-checked", "false");
      entry.addEventListener("click", function (event) { event.stopPropagation(); pick(i); });
    });
    var catcher = keyCatcher();
    function press(event) {
      if (!list.isConnected) { document.removeEventListener("keydown", press); return; }
      if (event.ctrlKey || event.altKey || event.metaKey) { return; }
      var i = order[Number(event.key) - 1];
      var caught = event.target === catcher;
      if (i !== undefined) { pick(i); }
      else if (caught && (event.key === " " || event.key === "Enter")) { flip(); }
      else { if (caught) { catcher.blur(); } return; }
      event.preventDefault();
      event.stopPropagation();
    }
    document.addEventListener("keydown", press);
  }

  function judge() {
    var right = box.dataset.right.split(" ").map(function (n) { return Number(n) - 1; });
    var state = recall();
    var picked = state ? state.picked : [];
    if (state) { arrange(list, state.order); }
    entries.forEach(function (entry, i) {
      if (right.indexOf(i) >= 0) { entry.classList.add("right"); }
      else if (picked.indexOf(i) >= 0) { entry.classList.add("wrong"); }
      if (picked.indexOf(i) >= 0) { entry.classList.add("picked"); }
    });
    if (!picked.length) { return; }
    var all = picked.length === right.length &&
      picked.every(function (i) { return right.indexOf(i) >= 0; });
    box.querySelector(".verdict").textContent = all ? "Right." : "Not quite.";
  }

  if (box.classList.contains("ask")) { ask(); }
  else if (box.classList.contains("judge")) { judge(); }
  else {
    box.querySelectorAll("ol.shuffle").forEach(function (each) {
      arrange(each, shuffled(each.children.length));
    });
  }
})();
