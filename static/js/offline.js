// What a page of a course does about a line that drops: registers the service worker, sends answers that wait, and says how things stand.
// The page holds <meta name="reader" content="{opaque code, or nothing}"> and #device with its words (templates/elements/device.html).
// Load with type="module".
import * as queue from "./queue.js";

const FIRST_WAIT_MS = 5000, LONGEST_WAIT_MS = 300_000, DEVICE = "/courses/on-this-device/";
const person = document.querySelector("meta[name=reader]")?.content;
const holder = document.getElementById("device");
const keptAt = document.documentElement.dataset.keptAt;
const here = location.href.split(/[?#]/)[0];
let isDown = !navigator.onLine || Boolean(keptAt), wasDown = isDown, wait = FIRST_WAIT_MS, timer = 0;

const moment = (date) => new Intl.DateTimeFormat(document.documentElement.lang.replace(/^en$/, "en-GB"), { dateStyle: "medium", timeStyle: "short" }).format(date);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

function paragraph(text, className = "") {
  return Object.assign(document.createElement("p"), { textContent: text, className });
}

function button(text, action) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: text });
  made.addEventListener("click", action);
  return made;
}

/** Sentences about the line and about answers, each said once; nothing where all is well. */
function sentences() {
  const words = holder.dataset, waiting = queue.unsent(person, ["waiting"]).length, said = [];
  if (isDown) said.push(words.down);
  else if (queue.sendingStands.status === "signed-out") said.push(words.signedOut);
  else if (wasDown) said.push(words.back);
  if (!isDown && keptAt) said.push(fill(words.copy, { when: moment(new Date(keptAt)) }));
  if (waiting) said.push(fill(words.waiting, { n: waiting }));
  for (const { position, state, error } of queue.unsent(person, ["closed", "refused"])) {
    said.push(fill(state === "closed" ? words.closed : words.refused, { n: position, why: error || "" }));
  }
  for (const { position } of queue.unsent(person, ["overtaken"])) said.push(fill(words.overtaken, { n: position }));
  return said;
}

function show() {
  const place = holder.querySelector("[data-connection]"), said = sentences().join(" "), words = holder.dataset;
  if (place.dataset.said === said) return;
  place.dataset.said = said;
  place.replaceChildren();
  if (!said) return;
  const box = Object.assign(document.createElement("div"), { className: isDown || queue.sendingStands.status ? "message warning" : "message success" });
  box.append(paragraph(said));
  const actions = Object.assign(document.createElement("p"), { className: "actions" });
  if (!isDown && queue.sendingStands.status === "signed-out") actions.append(link(words.signIn, `/sign-in/?next=${encodeURIComponent(location.pathname)}`));
  else if (!isDown && keptAt) actions.append(link(words.anew, here));
  if (queue.unsent(person).length) actions.append(button(words.file, () => queue.saveFile(person)));
  if (queue.unsent(person, ["overtaken", "closed", "refused"]).length) actions.append(button(words.seen, seen));
  if (actions.children.length) box.append(actions);
  place.append(box);
}

function link(text, href) {
  return Object.assign(document.createElement("a"), { href, textContent: text });
}

/** The person has read it: what the server did not take is let go, what it keeps instead is as if it were sent from here. */
function seen() {
  for (const { attempt, position, state } of queue.unsent(person, ["overtaken", "closed", "refused"])) {
    queue.settle(person, attempt, position, { state: state === "overtaken" ? "sent" : "let-go" });
  }
  show();
}

/** Whether the server answers: asked only after it did not. */
async function reach() {
  try {
    isDown = !navigator.onLine || (await fetch(DEVICE, { method: "HEAD", cache: "no-store" })).status >= 500;
  } catch {
    isDown = true;
  }
}

/** Totals of modules that were read without a line and are not on screen now; reading.js sees to the one that is. */
async function sendReading() {
  const open = document.querySelector("[data-progress-url]")?.dataset.progressUrl;
  for (const key of keysOf("reading")) {
    const url = key.slice(`reading:${person}:`.length), { totals = {}, marked = [], told = {}, place } = JSON.parse(localStorage.getItem(key));
    const sections = Object.fromEntries(Object.entries(totals).filter(([code, seconds]) => told[code] !== seconds));
    if (url === open || (!marked.length && !Object.keys(sections).length)) continue;
    const answer = await queue.post(url, { device: localStorage.getItem(`device:${person}`), sections, read: marked, place });
    if (answer.status === 404) localStorage.removeItem(key);
    if (!answer.ok) continue;
    localStorage.setItem(key, JSON.stringify({ totals, marked: [], told: { ...told, ...sections }, place }));
  }
}

function keysOf(kind) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${kind}:${person}:`));
  } catch {
    return [];  // forbidden: nothing is kept there
  }
}

async function look() {
  clearTimeout(timer);
  const status = await queue.flush(person);
  if (!status) await sendReading().catch(() => { /* the line is down again: the totals stay, and go another time */ });
  if (status === "offline") isDown = true;
  else if (isDown) await reach();
  wasDown ||= isDown;
  wait = isDown || status ? Math.min(wait * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
  timer = setTimeout(look, wait);
  show();
}

function soon() {
  wait = FIRST_WAIT_MS;
  look();
}

async function showKept() {
  const place = holder.querySelector("[data-kept]"), copy = await self.caches?.match(here, { ignoreVary: true });
  const since = copy?.headers.get("X-Kept-At");
  place.hidden = !since;
  if (since) place.querySelector("[data-since]").textContent = fill(holder.dataset.since, { when: moment(new Date(since)) });
}

/** This page, and what was kept along with it. */
async function removeFromDevice() {
  const along = [...document.querySelectorAll("[data-keep]")].map((each) => new URL(each.dataset.keep, here).href);
  for (const name of await caches.keys()) {
    if (name.startsWith("pages:")) for (const address of [here, ...along]) await (await caches.open(name)).delete(address, { ignoreVary: true });
  }
  holder.querySelector("[data-kept]").replaceChildren(paragraph(holder.dataset.removed));
}

async function register() {
  navigator.serviceWorker.addEventListener("message", ({ data }) => { if (data.kept === here) showKept(); });
  const wasControlled = Boolean(navigator.serviceWorker.controller);
  const registration = await navigator.serviceWorker.register("/sw.js", { scope: "/courses/" });
  const worker = registration.active || registration.waiting || registration.installing;
  if (!wasControlled && !keptAt) worker.postMessage({ keep: here });
  showKept();
}

/** What others' pages left here: their totals of reading go with them. */
function forgetOthers() {
  queue.tidy(person);
  try {
    for (const key of Object.keys(localStorage)) {
      if (/^(reading|device):/.test(key) && key.split(":")[1] !== person) localStorage.removeItem(key);
    }
  } catch { /* forbidden: nothing is kept there */ }
}

if (person && holder) {
  forgetOthers();
  if ("serviceWorker" in navigator && self.caches) register().catch(() => { /* a browser that keeps no pages: answers still wait here */ });
  holder.querySelector("[data-remove]").addEventListener("click", removeFromDevice);
  addEventListener("online", soon);
  addEventListener("offline", () => { isDown = wasDown = true; show(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") soon(); });
  document.addEventListener("answers", () => { if (!isDown) show(); else if (wait > LONGEST_WAIT_MS / 4) soon(); show(); });
  document.addEventListener("answers-sent", ({ detail }) => {
    if (detail.status === "offline") isDown = wasDown = true;
    else if (!detail.status && isDown && navigator.onLine) reach().then(show);
    show();
  });
  look();
}
