// One module and its quiz: what was read, what was answered, where to resume, and what the platform is told of it.
"use strict";

const course = JSON.parse(document.getElementById("course").textContent);
const words = course.words;
const parts = [...document.querySelectorAll("main > section")];
const reading = parts.filter(part => part.id !== "quiz");
const form = document.getElementById("questions");
const began = Date.now();
const state = {read: reading.map(() => false), best: null, at: parts[0].id, blanksShown: false};
const MOST = 4000;  // characters of suspend_data, of 4096

function start() {
  const connected = platform.begin();
  document.documentElement.classList.add("playing");
  document.getElementById("platform").textContent = connected ? "" : words.alone;
  restore(platform.get("cmi.suspend_data"));
  const place = platform.get("cmi.core.lesson_location");
  show(parts.some(part => part.id === place) ? place : parts[0].id, false);
  if (connected && ["", "not attempted"].includes(platform.get("cmi.core.lesson_status"))) save();
  listen();
}

function listen() {
  for (const link of document.querySelectorAll("nav a")) {
    link.addEventListener("click", event => {
      event.preventDefault();
      show(link.hash.slice(1), true);
      save();
    });
  }
  for (const button of document.querySelectorAll("button[data-read]")) {
    button.addEventListener("click", () => markRead(Number(button.dataset.read)));
  }
  if (form) {
    form.addEventListener("submit", event => { event.preventDefault(); handIn(); });
    form.addEventListener("change", save);
    document.getElementById("again").addEventListener("click", tryAgain);
  }
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
  window.addEventListener("pagehide", () => { save(); platform.finish(); });
  // Kept by the browser and shown again, the page would speak to a session that is over.
  window.addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
}

function show(id, moveFocus) {
  state.at = id;
  for (const part of parts) part.hidden = part.id !== id;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  tell();
  if (moveFocus) {
    document.querySelector(`#${id} h2`).focus();
    window.scrollTo(0, 0);
  }
}

function markRead(at) {
  state.read[at] = true;
  const next = parts[at + 1];
  show(next ? next.id : parts[at].id, true);
  save();
}

function tell() {
  const done = state.read.filter(Boolean).length;
  const line = words.progress.replace("%(read)s", done).replace("%(count)s", state.read.length);
  document.getElementById("progress").textContent = line;
  document.getElementById("bar").value = done;
  state.read.forEach((isRead, at) => {
    document.querySelector(`nav a[href="#${reading[at].id}"] + span`).textContent = isRead ? words.read : "";
  });
  const outcome = document.querySelector('nav a[href="#quiz"] + span');
  if (outcome && state.best !== null) outcome.textContent = `${state.best} %`;
}

// Answers as the marking takes them: keys, keys by prompt or gap, an order, a text.
function answerTo(question, at) {
  const fields = [...form.querySelectorAll(`[name="q${at}"], [name^="q${at}-"]`)];
  if (["single", "true_false", "multiple"].includes(question.kind)) {
    return fields.filter(field => field.checked).map(field => Number(field.value));
  }
  if (["numeric", "short"].includes(question.kind)) return fields[0].value;
  const chosen = fields.filter(field => field.value).map(field => [field.name.split("-")[1], Number(field.value)]);
  if (question.kind === "ordering") {
    const places = chosen.map(([, place]) => place);
    const whole = new Set(places).size === question.order.length;
    return whole ? chosen.sort((one, other) => one[1] - other[1]).map(([key]) => Number(key)) : [];
  }
  return Object.fromEntries(chosen);
}

function handIn() {
  const answers = course.questions.map(answerTo);
  const blanks = answers.filter(isBlank).length;
  if (blanks && !state.blanksShown) {
    state.blanksShown = true;
    document.getElementById("blanks").textContent = words.blanks.replace("%(count)s", blanks);
    return;
  }
  const got = course.questions.map((question, at) => markOf(question, answers[at]));
  const most = sum(course.questions.map(question => question.points));
  const points = sum(course.questions.map((question, at) => question.points * got[at]));
  const percent = Math.floor(100 * points / most + 1e-6);
  state.best = Math.max(percent, state.best ?? 0);
  showResult(answers, got, percent);
  record(answers, got);
  tell();
  save();
}

function showResult(answers, got, percent) {
  form.querySelectorAll("input, select").forEach(field => { field.disabled = true; });
  document.getElementById("blanks").textContent = "";
  document.getElementById("hand-in").hidden = true;
  document.getElementById("again").hidden = false;
  course.questions.forEach((question, at) => {
    const verdict = isBlank(answers[at]) ? words.blank
      : got[at] > 1 - 1e-9 ? words.right : got[at] > 0 ? words.partly : words.wrong;
    const told = [...question.options.filter(each => isChosen(question, each, answers[at])).map(each => each.feedback),
      question.feedback].filter(Boolean);
    const place = document.getElementById(`told${at}`);
    place.replaceChildren(line("strong", verdict), ...told.map(text => line("p", text)));
    if (question.passage) place.append(line("blockquote", question.passage));
    place.hidden = false;
  });
  const left = state.read.filter(isRead => !isRead).length;
  const outcome = percent >= course.mastery ? words.passed : words.failed;
  const rest = left ? ` ${words.unread.replace("%(count)s", left)}` : "";
  const result = document.getElementById("result");
  result.textContent = `${outcome.replace("%(percent)s", percent).replace("%(needed)s", course.mastery)}${rest}`;
  result.focus();
}

function isChosen(question, option, answer) {
  if (typeof answer === "string") return markOf({...question, options: [option]}, answer) > 0;
  if (Array.isArray(answer)) return question.kind !== "ordering" && answer.includes(option.key);
  return question.kind === "cloze" && Object.values(answer).includes(option.key);
}

function line(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function tryAgain() {
  form.reset();
  form.querySelectorAll("input, select").forEach(field => { field.disabled = false; });
  course.questions.forEach((question, at) => { document.getElementById(`told${at}`).hidden = true; });
  document.getElementById("hand-in").hidden = false;
  document.getElementById("again").hidden = true;
  document.getElementById("result").textContent = "";
  state.blanksShown = false;
  document.querySelector("#quiz h2").focus();
}

// Each question has its place, always the same and without gaps; a later try writes over the earlier one.
function record(answers, got) {
  const now = new Date();
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(":");
  course.questions.forEach((question, at) => {
    const place = `cmi.interactions.${at}`;
    platform.set(`${place}.id`, question.id);
    platform.set(`${place}.type`, question.interaction);
    platform.set(`${place}.correct_responses.0.pattern`, question.pattern);
    platform.set(`${place}.student_response`, responseOf(question, answers[at]));
    platform.set(`${place}.result`, got[at] > 1 - 1e-9 ? "correct" : "wrong");
    platform.set(`${place}.weighting`, question.points);
    platform.set(`${place}.time`, time);
  });
}

function responseOf(question, answer) {
  if (typeof answer === "string") return (question.kind === "numeric" ? readNumber(answer) ?? "" : answer.slice(0, 250));
  if (question.kind === "true_false") return question.options.filter(each => answer.includes(each.key)).map(each => each.sign).join();
  if (Array.isArray(answer)) return answer.map(letter).join();
  return Object.entries(answer).map(([key, value]) => `${key}.${letter(value)}`).join();
}

function letter(key) {
  return key > 26 ? String(key) : String.fromCharCode(96 + key);
}

function two(number) {
  return String(number).padStart(2, "0");
}

// A score is told once it counts: platforms with a mastery score decide by it alone.
function save() {
  const all = state.read.every(Boolean);
  const scored = course.questions.length > 0;
  const done = all && (!scored || state.best !== null);
  const status = !done ? "incomplete" : !scored ? "completed" : state.best >= course.mastery ? "passed" : "failed";
  if (done && scored) {
    platform.set("cmi.core.score.min", 0);
    platform.set("cmi.core.score.max", 100);
    platform.set("cmi.core.score.raw", state.best);
  }
  platform.set("cmi.core.lesson_status", status);
  platform.set("cmi.core.lesson_location", state.at);
  platform.set("cmi.suspend_data", kept());
  platform.set("cmi.core.session_time", lasted());
  platform.set("cmi.core.exit", done ? "" : "suspend");
  platform.commit();
  if (platform.failed.length) document.getElementById("platform").textContent = words.not_saved;
}

function lasted() {
  const seconds = Math.floor((Date.now() - began) / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
}

// "1|f3|80|…": form of the data, sections read as bits, best result, what is filled in.
function kept() {
  let bits = "";
  for (let at = 0; at < state.read.length; at += 4) {
    bits += [0, 1, 2, 3].reduce((digit, n) => digit + (state.read[at + n] ? 1 << n : 0), 0).toString(16);
  }
  const head = ["1", bits, state.best ?? ""].join("|");
  const fields = form ? [...form.elements].filter(each => each.name && (each.checked || isText(each) && each.value)) : [];
  const written = fields.map(each => `${each.name}=${encodeURIComponent(each.value)}`);
  while (written.length && head.length + written.join("&").length >= MOST) written.pop();
  return `${head}|${written.join("&")}`;
}

function isText(field) {
  return field.type === "text" || field.tagName === "SELECT";
}

function restore(told) {
  const [version, bits = "", best = "", filled = ""] = told.split("|");
  if (version !== "1") return;
  state.read = state.read.map((isRead, at) => Boolean(parseInt(bits[at >> 2] || "0", 16) & (1 << (at % 4))));
  state.best = best === "" ? null : Number(best);
  for (const [name, value] of filled.split("&").filter(Boolean).map(each => each.split("="))) {
    for (const field of form ? form.querySelectorAll(`[name="${name}"]`) : []) {
      if (isText(field)) field.value = decodeURIComponent(value);
      else if (field.value === value) field.checked = true;
    }
  }
}

start();
