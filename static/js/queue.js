// Answers as this device holds them, in localStorage under the person's opaque code, until the server has them; pages that show questions
// (answering.js) and pages that only send what waits (offline.js) share it. No names, no questions: codes, places and what was given.
//
// An entry: {url, answer, certainty, sequence, id, at, state}, with `at` in milliseconds of this device's clock and `state` one of
//   waiting    not on the server yet                 sent       on the server
//   overtaken  the server keeps a later answer, `answer`; what was given here stands in `mine`
//   closed     the attempt is over, not taken        refused    no answer to this question, or its feedback was seen; `error` says why
//   let-go     not taken, and the person has been told
// Whatever changes is told by an event "answers" on document: {detail: {attempt, position, entry}}; after sending comes "answers-sent".
const KEY = /^answers:([^:]+):([^:]+)$/, LONGEST_WAIT = 14 * 24 * 3600_000, TRIES = 3;
const TOO_LATE = [404, 410], UNFIT = [400, 422], NEWER = 409;
const memory = new Map();  // what localStorage would not take: serves this visit
let sending = null;
/** How sending went last. */
export const sendingStands = { status: "" };  // "" | "offline" | "signed-out"

const keyOf = (person, attempt) => `answers:${person}:${attempt}`;

function read(key) {
  try { return JSON.parse(localStorage.getItem(key)) || memory.get(key) || {}; } catch { return memory.get(key) || {}; }
}

/** True where the device keeps it, false where only this page does. */
function write(key, entries) {
  try {
    localStorage.setItem(key, JSON.stringify(entries));
    memory.delete(key);
    return true;
  } catch {
    memory.set(key, entries);
    return false;
  }
}

function keys() {
  const found = new Set(memory.keys());
  try { for (let n = 0; n < localStorage.length; n++) found.add(localStorage.key(n)); } catch { /* forbidden: nothing is kept there */ }
  return [...found].filter((key) => KEY.test(key));
}

function drop(key) {
  memory.delete(key);
  try { localStorage.removeItem(key); } catch { /* forbidden: nothing is kept there */ }
}

// crypto.randomUUID wants a secure page; a centre without a certificate has none.
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function tell(attempt, position, entry) {
  document.dispatchEvent(new CustomEvent("answers", { detail: { attempt, position, entry } }));
}

/** {position: entry}, sent ones too. */
export function held(person, attempt) {
  return read(keyOf(person, attempt));
}

/** False where this page alone holds an answer that the server has not got. */
export function isKept() {
  return ![...memory.values()].some((entries) => Object.values(entries).some(({ state }) => state === "waiting"));
}

export function isBlank(answer) {
  return answer == null || (typeof answer === "string" ? !answer.trim() : !Object.keys(answer).length);
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Holds an answer, under a number above `sequence`, the highest that the page knows. What was held already keeps its number, and a blank
    changes nothing. Returns whether the device keeps it. */
export function keep(person, attempt, position, { url, answer, certainty = null, sequence = 0 }) {
  if (isBlank(answer)) return true;
  const entries = held(person, attempt), before = entries[position];
  if (["waiting", "sent"].includes(before?.state) && before.sequence >= sequence && same([before.answer, before.certainty], [answer, certainty])) {
    tell(attempt, position, before);
    return !memory.has(keyOf(person, attempt));
  }
  const next = Math.max(sequence, before?.sequence || 0) + 1;
  entries[position] = { url, answer, certainty, sequence: next, id: newId(), at: Date.now(), state: "waiting" };
  const isKept = write(keyOf(person, attempt), entries);
  tell(attempt, position, entries[position]);
  return isKept;
}

export function settle(person, attempt, position, change) {
  const entries = held(person, attempt);
  if (!entries[position]) return;
  Object.assign(entries[position], change);
  write(keyOf(person, attempt), entries);
  tell(attempt, position, entries[position]);
}

/** [{attempt, position, ...entry}] of what the server has not taken; `states` narrows it. */
export function unsent(person, states = ["waiting", "closed", "refused"]) {
  return keys().filter((key) => KEY.exec(key)[1] === person).flatMap((key) => Object.entries(read(key))
    .filter(([, entry]) => states.includes(entry.state)).map(([position, entry]) => ({ attempt: KEY.exec(key)[2], position, ...entry })));
}

/** Of others nothing stays but answers on their way, and those for as long as a session lasts; of one's own nothing old that was sent. */
export function tidy(person) {
  for (const key of keys()) {
    const entries = Object.entries(read(key)), isOwn = KEY.exec(key)[1] === person;
    const isFresh = ([, { at }]) => Date.now() - at < LONGEST_WAIT, isWaiting = ([, { state }]) => state === "waiting";
    const left = isOwn ? entries : entries.filter((each) => isWaiting(each) && isFresh(each));
    if (!left.some((each) => isFresh(each) || (isOwn && isWaiting(each)))) drop(key);
    else if (left.length < entries.length) write(key, Object.fromEntries(left));
  }
}

export function forgetAll() {
  for (const key of keys()) drop(key);
}

function tokenOf(text) {
  return /name="csrfmiddlewaretoken" value="(\w+)"/.exec(text)?.[1];
}

/** Of the cookie, which signing in anew changes; else of the page; else of a page asked for. */
async function token(fresh) {
  const cookie = /(?:^|; )csrftoken=(\w+)/.exec(document.cookie)?.[1];
  if (cookie && !fresh) return cookie;
  if (!fresh) return document.querySelector("[name=csrfmiddlewaretoken]")?.value || token(true);
  return tokenOf(await (await fetch("/courses/on-this-device/")).text()) || "";
}

/** POSTs JSON; once more with a new token where the server does not take the old one. Rejects where the line is down. */
export async function post(url, body) {
  for (const fresh of [false, true]) {
    const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": await token(fresh) };
    const answer = await fetch(url, { method: "POST", keepalive: true, headers, body: JSON.stringify(body), redirect: "manual" });
    if (answer.status !== 403 || fresh) return answer;
  }
}

/** Sends one entry; what has become of it is written into it. Returns "" or why sending has to stop: "offline", "signed-out". */
async function send(person, { attempt, position, id }) {
  for (let n = 0; n < TRIES; n++) {
    const entry = held(person, attempt)[position];
    if (entry?.id !== id || entry.state !== "waiting") return "";
    const { url, answer, certainty, sequence, at } = entry;
    let answered, told;
    try {
      answered = await post(url, { answer, certainty, sequence });
      told = answered.type === "opaqueredirect" ? {} : await answered.json().catch(() => ({}));
    } catch {
      return "offline";
    }
    if (answered.type === "opaqueredirect" || answered.status === 401 || answered.status === 403) return "signed-out";
    const now = held(person, attempt)[position];
    if (now?.id !== id) continue;  // answered again meanwhile: that one goes now
    if (answered.ok) return settle(person, attempt, position, { state: "sent", sequence: told.sequence || sequence }), "";
    if (answered.status === NEWER) {
      const isLater = told.age === undefined || Date.now() - at <= told.age * 1000;
      settle(person, attempt, position, isLater ? { sequence: told.sequence + 1 }
        : { state: "overtaken", sequence: told.sequence, mine: { answer, certainty }, answer: told.answer, certainty: told.certainty });
      continue;
    }
    const isLate = TOO_LATE.includes(answered.status) && !told.shown;
    const state = isLate ? "closed" : told.shown || UNFIT.includes(answered.status) ? "refused" : "";
    if (!state) return "offline";  // the server stumbles: later
    return settle(person, attempt, position, { state, error: told.error }), "";
  }
  return "";
}

async function sendAll(person) {
  const tried = new Set();
  for (let next; (next = unsent(person, ["waiting"]).find(({ id }) => !tried.has(id)));) {
    tried.add(next.id);
    const stopped = await send(person, next);
    if (stopped) return stopped;
  }
  return "";
}

/** Sends what waits, one after the other, on a thin line too. Returns how it stands: "" | "offline" | "signed-out". */
export function flush(person) {
  sending ||= sendAll(person).then((status) => {
    sending = null;
    sendingStands.status = status;
    document.dispatchEvent(new CustomEvent("answers-sent", { detail: { status } }));
    return status;
  });
  return sending;
}

/** What the server has not taken, as a file that can be handed in on the quiz's page. */
export function asFile(person) {
  const attempts = {};
  for (const { attempt, position, answer, certainty, sequence, id, at } of unsent(person)) {
    (attempts[attempt] ||= []).push({ position: Number(position), answer, certainty, sequence, id, at: new Date(at).toISOString() });
  }
  const list = Object.entries(attempts).map(([attempt, answers]) => ({ attempt, answers }));
  return { format: "convoke-answers", version: 1, person, made_at: new Date().toISOString(), attempts: list };
}

export function saveFile(person) {
  const data = new Blob([JSON.stringify(asFile(person), null, 1)], { type: "application/json" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(data), download: `answers-${new Date().toISOString().slice(0, 10)}.json` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
