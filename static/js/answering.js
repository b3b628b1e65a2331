// The page of a quiz: saves each answer as it is given, says where it is saved, moves lines to be put in order, shows the time left.
// All words stand in #saving (quizzes/saving.html). Without this script the forms do the same.
import { certainty, fill, read } from "./answers.js";
import * as queue from "./queue.js";

const place = document.getElementById("saving");
const words = place.dataset;
const { person, attempt } = words;
const questions = new Map([...document.querySelectorAll("[data-question]")].map((each) => [each.dataset.question, each]));
const TYPING_MS = 1200;
const typing = new Map();  // timers by question: what puts words into a field for a person may tell only "input", of one after the other
let isLeaving = false;

function say(position, text, isWarning = false) {
  const status = questions.get(position)?.querySelector("[data-status]");
  if (!status) return;
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle("error", isWarning);
}

// A form that is sent after the script saved has to say a higher number.
function count(position, sequence) {
  const question = questions.get(position), hidden = question.querySelector(`[name="q${position}-sequence"]`);
  question.dataset.sequence = Math.max(Number(question.dataset.sequence), sequence);
  if (hidden) hidden.value = Number(question.dataset.sequence) + 1;
}

function give(position) {
  clearTimeout(typing.get(position));
  typing.delete(position);
  const question = questions.get(position), answer = read(question);
  if (answer === null) return;
  const given = { url: question.dataset.url, answer, certainty: certainty(question), sequence: Number(question.dataset.sequence) };
  const isKept = queue.keep(person, attempt, position, given);
  if (isKept) queue.flush(person);
  else queue.flush(person).then((status) => status && say(position, words.lost, true));
}

function told(position, entry) {
  if (!questions.has(position)) return;
  count(position, entry.sequence);
  const waiting = { "": words.saving, offline: words.kept, "signed-out": words.signedOut }[queue.sendingStands.status];
  const text = { sent: words.saved, waiting, closed: entry.error || words.closed, refused: entry.error || "" }[entry.state];
  if (entry.state === "overtaken") offerBoth(position, entry);
  else if (text !== undefined) say(position, text, entry.state !== "sent" && text !== words.saving);
}

// Both were given, this one earlier: the person sees which one counts, and may say that the other is meant.
function offerBoth(position, { mine, answer, certainty: certain }) {
  const question = questions.get(position);
  const choose = (given) => {
    fill(question, given.answer, given.certainty);
    queue.settle(person, attempt, position, { state: "sent" });
    give(position);
  };
  fill(question, answer, certain);
  say(position, words.elsewhere, true);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words.mine });
  button.addEventListener("click", () => choose(mine));
  question.querySelector("[data-status]").append(document.createElement("br"), button);
}

// What this device holds and the page does not show yet: not sent, or sent since a copy of the page was kept.
function restore(position, entry) {
  const isNewer = entry.sequence > Number(questions.get(position).dataset.sequence);
  if (entry.state === "waiting" || (isNewer && entry.state === "sent")) fill(questions.get(position), entry.answer, entry.certainty);
  if (entry.state !== "let-go") told(position, entry);
}

document.addEventListener("answers", ({ detail }) => detail.attempt === attempt && told(detail.position, detail.entry));
document.addEventListener("answers-sent", () => {
  for (const [position, entry] of Object.entries(queue.held(person, attempt))) if (entry.state === "waiting") told(position, entry);
});
for (const [position, entry] of Object.entries(queue.held(person, attempt))) if (questions.has(position)) restore(position, entry);
for (const [position, question] of questions) {
  question.addEventListener("change", () => give(position));
  question.addEventListener("input", (event) => {
    if (!event.target.matches("[type=text]")) return;
    clearTimeout(typing.get(position));
    typing.set(position, setTimeout(give, TYPING_MS, position));
  });
}

// Buttons that move a line, beside the numbers: both say the same.
function moves(list) {
  const lines = () => [...list.querySelectorAll("[data-line]")];
  const said = Object.assign(document.createElement("p"), { className: "sr" });
  said.setAttribute("role", "status");
  list.after(said);
  for (const line of lines()) {
    const text = line.querySelector("span").textContent;
    const pair = Object.assign(document.createElement("span"), { className: "moves" });
    for (const [step, sign, label] of [[-1, "↑", list.dataset.up], [1, "↓", list.dataset.down]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: sign });
      button.setAttribute("aria-label", `${label}: ${text}`);
      button.addEventListener("click", () => {
        const other = lines()[lines().indexOf(line) + step];
        if (other) other[step < 0 ? "before" : "after"](line);
        for (const [n, each] of lines().entries()) each.querySelector("select").value = n + 1;
        button.focus();
        said.textContent = list.dataset.moved.replace("{line}", text).replace("{place}", lines().indexOf(line) + 1).replace("{places}", lines().length);
        line.dispatchEvent(new Event("change", { bubbles: true }));
      });
      pair.append(button);
    }
    line.append(pair);
  }
}

// The server's time: seconds left when the page was made, counted down from then. At the end what is saved is handed in.
function tick(clock, end) {
  const left = Math.max(Math.ceil((end - Date.now()) / 1000), 0);
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  clock.querySelector("[data-clock]").textContent = words.left.replace("{time}", time);
  if ([600, 300, 60].includes(left)) clock.querySelector("[data-clock-said]").textContent = words.left.replace("{time}", time);
  if (left > 0) return setTimeout(tick, 1000, clock, end);
  clock.querySelector("[data-clock-said]").textContent = words.up;
  return handIn();
}

async function handIn() {
  for (const position of [...typing.keys()]) give(position);
  const status = await Promise.race([queue.flush(person), new Promise((done) => setTimeout(done, 5000, "offline"))]);
  if (status === "offline") return setTimeout(handIn, 5000);
  const form = Object.assign(document.createElement("form"), { method: "post", action: words.submit });
  for (const [name, value] of [["csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value], ["anyway", "yes"]]) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  isLeaving = true;
  form.submit();
}

// What is on the page is kept before it goes. Without a line nothing can be handed in; the page stays where it is.
function leave(event) {
  for (const position of [...typing.keys()]) give(position);
  isLeaving = true;
  const isDown = !navigator.onLine || queue.sendingStands.status === "offline";
  if (!isDown || !(event.submitter?.form ?? event.target).matches("[data-finish]")) return;
  event.preventDefault();
  isLeaving = false;
  const said = place.querySelector("[data-later]");
  said.hidden = false;
  said.focus();
}

const clock = place.querySelector(".clock");
if (clock) {
  Object.assign(words, { left: clock.dataset.left, up: clock.dataset.up });
  tick(clock, Date.now() + 1000 * Number(clock.dataset.seconds));
  const toggle = clock.querySelector("[data-clock-toggle]");
  const shown = clock.querySelector("[data-clock]");
  const labels = [toggle.textContent, toggle.dataset.show];
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    shown.hidden = !shown.hidden;
    toggle.textContent = labels[Number(shown.hidden)];
  });
}

for (const list of document.querySelectorAll("[data-ordering]")) moves(list);
for (const form of document.forms) form.addEventListener("submit", leave);
addEventListener("beforeunload", (event) => {
  if (!queue.isKept() && !isLeaving) event.preventDefault();
});
