// Counts for how many active seconds each section of a module is on screen and tells the server, in small batches that may come twice.
// Active: the tab is visible and somebody scrolled, typed or touched within ACTIVE_MS; a second that took longer than GAP_MS (a sleeping
// machine) counts nothing. A second goes to one section: the first on screen that still wants time. This device's totals are kept in
// localStorage under the person's opaque code, so that nothing is lost while the line is down; the server takes the larger total.
// The page holds: [data-progress-url][data-person] around <section id data-section data-seconds [data-read]> with <form data-mark>;
// links to them in .steps; #reading-status (data-device, data-saved, data-refused, data-read, data-count, data-expected); #reading-progress
// around a <progress>; #reading-state; a hidden csrfmiddlewaretoken. Load with type="module".
import { post } from "./queue.js";

const ACTIVE_MS = 120_000, GAP_MS = 3000, BEAT_MS = 15_000, HURRY_MS = 5000;

class Refused extends Error {}

/** Posts JSON and gives back the JSON answered. Throws Refused when trying again cannot help, another error when it can. */
async function send(url, body) {
  const answer = await post(url, body);
  if (answer.type === "opaqueredirect" || (answer.status >= 400 && answer.status < 500 && answer.status !== 429)) throw new Refused(answer.status);
  if (!answer.ok) throw new Error(`answer ${answer.status}`);
  return answer.json();
}

const root = document.querySelector("[data-progress-url]");
const place = document.getElementById("reading-status");
const holder = document.getElementById("reading-progress");
const words = place?.dataset || {};

/** What this device knows of the module: totals by section, sections marked by hand, where the reader is. */
function keeper(person, url) {
  const key = `reading:${person}:${url}`, deviceKey = `device:${person}`;
  let memory = { totals: {}, marked: [] };
  const read = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const write = (name, value) => { try { localStorage.setItem(name, value); } catch { /* full or forbidden: memory serves this visit */ } };
  const device = read(deviceKey) || newCode();
  write(deviceKey, device);
  const load = () => { try { return JSON.parse(read(key)) || memory; } catch { return memory; } };
  const change = (how) => { memory = load(); how(memory); write(key, JSON.stringify(memory)); };
  return { device, load, change };
}

// crypto.randomUUID wants a secure page; a centre without a certificate has none.
function newCode() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function say(text) {
  if (place && text && place.textContent !== text) place.textContent = text;
}

function showRead(section) {
  section.dataset.read = "yes";
  const step = document.querySelector(`.steps a[href="#${CSS.escape(section.id)}"]`)?.closest("li");
  if (!step || step.classList.contains("done")) return;
  step.classList.add("done");
  step.append(Object.assign(document.createElement("span"), { className: "sr", textContent: ` · ${words.read || ""}` }));
}

function showStanding({ read, sections, minutes, state, label }) {
  const mark = document.getElementById("reading-state"), bar = holder?.querySelector("progress");
  if (mark && label) Object.assign(mark, { textContent: label }).dataset.state = state;
  if (!bar) return;
  bar.max = sections;
  bar.value = read;
  const expected = Number(words.expected);
  const filled = { read, sections, minutes: Math.min(minutes, expected), expected };
  holder.querySelector("p").textContent = (words.count || "").replace(/\{(\w+)\}/g, (_all, name) => filled[name]);
}

// Sections take focus only while they have it: otherwise a click into the text would lead Tab back to the section's beginning.
function focusOn(section) {
  section.tabIndex = -1;
  section.addEventListener("blur", () => section.removeAttribute("tabindex"), { once: true });
  section.focus({ preventScroll: true });
}

function start() {
  const url = root.dataset.progressUrl, kept = keeper(root.dataset.person, url);
  const sections = [...root.querySelectorAll("[data-section]")];
  const codeOf = (section) => section.dataset.section;
  const onScreen = new Set();
  let told = {}, lastTold = 0, lastActive = Date.now(), lastTick = performance.now(), sending = false, stopped = false, failures = 0;

  const watcher = new IntersectionObserver((changes) => {
    for (const { isIntersecting, target } of changes) onScreen[isIntersecting ? "add" : "delete"](target);
  }, { rootMargin: "-10% 0px -25% 0px" });

  const wants = (section) => (kept.load().totals[codeOf(section)] || 0) < Number(section.dataset.seconds);
  const here = () => {
    const seen = sections.filter((section) => onScreen.has(section));
    return seen.find((section) => !section.dataset.read && wants(section)) || seen[0];
  };

  function countSecond() {
    const now = performance.now(), gap = now - lastTick;
    lastTick = now;
    const active = document.visibilityState === "visible" && gap < GAP_MS && Date.now() - lastActive < ACTIVE_MS;
    const section = active && here();
    if (section) {
      kept.change((state) => { state.totals[codeOf(section)] = (state.totals[codeOf(section)] || 0) + 1; state.place = codeOf(section); });
    }
    const waits = section && !section.dataset.read && !wants(section);
    if (now - lastTold > (waits ? HURRY_MS : BEAT_MS) * 2 ** Math.min(failures, 4)) tell();
    else if (section && waits && Number(section.dataset.seconds) === kept.load().totals[codeOf(section)]) tell();
  }

  function news() {
    const { totals, marked, place: at } = kept.load();
    const unread = new Set(sections.filter((section) => !section.dataset.read).map(codeOf));
    const due = Object.entries(totals).filter(([code, seconds]) => told[code] !== seconds || unread.has(code));
    return { device: kept.device, sections: Object.fromEntries(due), read: marked, place: at };
  }

  async function tell(always = false) {
    const body = news();
    if (sending || stopped || (!always && !Object.keys(body.sections).length && !body.read.length)) return;
    sending = true;
    lastTold = performance.now();
    try {
      const answer = await send(url, body);
      told = { ...told, ...body.sections };
      kept.change((state) => {
        state.marked = state.marked.filter((code) => !body.read.includes(code));
        state.told = told;  // what differs from it, offline.js sends from the pages of other modules
      });
      for (const section of sections) if (answer.read_codes.includes(codeOf(section))) showRead(section);
      showStanding(answer);
      say(words.saved);
      failures = 0;
    } catch (error) {
      stopped = error instanceof Refused;
      say(stopped ? words.refused : words.device);
      failures += 1;
    }
    sending = false;
    if (!failures && kept.load().marked.length) tell();
  }

  function markByHand(event) {
    const form = event.target.closest("form[data-mark]");
    if (!form || stopped) return;
    event.preventDefault();
    const section = form.closest("[data-section]");
    kept.change((state) => { state.marked = [...new Set([...state.marked, codeOf(section)])]; state.place = codeOf(sections[sections.indexOf(section) + 1] || section); });
    showRead(section);
    say(words.device);
    focusOn(section);
    tell();
  }

  function move(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey || !["ArrowDown", "ArrowUp"].includes(event.key) || event.target.closest("select, textarea")) return;
    const down = event.key === "ArrowDown", at = sections.indexOf(document.activeElement.closest("[data-section]"));
    const above = sections.filter((section) => section.getBoundingClientRect().top < innerHeight * 0.2).length - 1;
    const next = sections[(at < 0 ? above : at) + (down ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.scrollIntoView();
    focusOn(next);
  }

  for (const section of sections) watcher.observe(section);
  for (const code of kept.load().marked) {
    const section = sections.find((each) => codeOf(each) === code);
    if (section) showRead(section);
  }
  for (const kind of ["scroll", "pointermove", "pointerdown", "keydown", "touchstart"]) {
    addEventListener(kind, () => { lastActive = Date.now(); }, { passive: true });
  }
  root.addEventListener("submit", markByHand);
  addEventListener("keydown", move);
  addEventListener("online", () => { failures = 0; tell(); });
  addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") tell(); });
  setInterval(countSecond, 1000);
  tell(true);
}

if (root) start();
