// Tells the server which sections of a module have been read. A section is read when it was on screen, in a visible tab, for its
// data-seconds in all. Nothing is kept in the browser: until the server has answered, a section counts as unread.
// The page holds: <section id data-section-url data-seconds [data-read]>; links to them in .steps; #reading-status with the words to show
// (data-saved, data-failed, data-refused, data-read, data-count="{read} of {sections} sections"); #reading-progress around a <progress>;
// a hidden csrfmiddlewaretoken. The server answers {"read": 3, "sections": 5}. Load with type="module".
const place = document.getElementById("reading-status");
const words = place ? place.dataset : {};
const token = document.querySelector("[name=csrfmiddlewaretoken]");
const holder = document.getElementById("reading-progress");
const RETRY_MS = [2000, 5000, 15000, 30000];
const onScreen = new Set();
const unsent = new Set();
let failures = 0;
let retry = 0;

function say(text) {
  if (place && text && place.textContent !== text) place.textContent = text;
}

function showRead(section, { read, sections }) {
  section.dataset.read = "yes";
  const step = document.querySelector(`.steps a[href="#${CSS.escape(section.id)}"]`)?.closest("li");
  if (step && !step.classList.contains("done")) {
    step.classList.add("done");
    step.append(Object.assign(document.createElement("span"), { className: "sr", textContent: " " + (words.read || "") }));
  }
  const bar = holder?.querySelector("progress");
  if (!bar || read === undefined) return;
  bar.max = sections;
  bar.value = read;
  const text = holder.querySelector("p");
  if (text && words.count) text.textContent = words.count.replace("{read}", read).replace("{sections}", sections);
}

async function send(section) {
  const headers = { "X-CSRFToken": token?.value || "", Accept: "application/json" };
  const answer = await fetch(section.dataset.sectionUrl, { method: "POST", keepalive: true, headers });
  if (answer.redirected || answer.status === 401 || answer.status === 403) return false;
  if (!answer.ok) throw new Error(`answer ${answer.status}`);
  showRead(section, await answer.json());
  return true;
}

async function sendAll() {
  clearTimeout(retry);
  for (const section of [...unsent]) {
    unsent.delete(section);
    try {
      const accepted = await send(section);
      say(accepted ? words.saved : words.refused);
      failures = 0;
    } catch (error) {
      unsent.add(section);
      say(words.failed);
      console.warn("A section is not saved yet:", error.message);
      retry = setTimeout(sendAll, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
      return;
    }
  }
}

const watcher = new IntersectionObserver((changes) => {
  for (const { isIntersecting, target } of changes) onScreen[isIntersecting ? "add" : "delete"](target);
}, { rootMargin: "-10% 0px -25% 0px" });

function countSecond() {
  if (document.visibilityState !== "visible") return;
  for (const section of onScreen) {
    section.dataset.left = (section.dataset.left ?? section.dataset.seconds ?? 5) - 1;
    if (section.dataset.left > 0) continue;
    onScreen.delete(section);
    watcher.unobserve(section);
    unsent.add(section);
    sendAll();
  }
}

for (const section of document.querySelectorAll("[data-section-url]:not([data-read])")) watcher.observe(section);
setInterval(countSecond, 1000);
addEventListener("online", sendAll);
