// The page of what this device keeps: pages to read, answers on their way. It is shown in the place of a page that is not kept, too.
// The page holds #kept-pages (with a <template>), #kept-answers, and the words in their data-…. Load with type="module".
import * as queue from "./queue.js";

const person = document.querySelector("meta[name=reader]")?.content;
const pages = document.getElementById("kept-pages"), answers = document.getElementById("kept-answers");
const HERE = "/courses/on-this-device/";
const moment = (date) => new Intl.DateTimeFormat(document.documentElement.lang.replace(/^en$/, "en-GB"), { dateStyle: "medium", timeStyle: "short" }).format(date);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

async function kept() {
  const found = [];
  for (const name of (await self.caches?.keys() || []).filter((each) => each.startsWith("pages:"))) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const copy = await cache.match(url, { ignoreVary: true }), path = new URL(url).pathname;
      if (path !== HERE) found.push({ cache, url, path, since: copy.headers.get("X-Kept-At"), title: titleOf(await copy.text()) });
    }
  }
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function titleOf(html) {
  return new DOMParser().parseFromString(html, "text/html").title.replace(/ · [^·]*$/, "");
}

async function showPages() {
  const found = await kept(), list = pages.querySelector("ul");
  pages.querySelector("[data-none]").hidden = found.length > 0;
  pages.querySelector("[data-all]").hidden = !found.length;
  list.replaceChildren(...found.map(({ cache, url, path, since, title }) => {
    const line = pages.querySelector("template").content.firstElementChild.cloneNode(true);
    Object.assign(line.querySelector("a"), { href: path, textContent: title });
    line.querySelector("[data-since]").textContent = fill(pages.dataset.since, { when: moment(new Date(since)) });
    line.querySelector("button .sr").textContent = `: ${title}`;
    line.querySelector("button").addEventListener("click", async () => { await cache.delete(url, { ignoreVary: true }); showPages(); });
    return line;
  }));
}

function showAnswers() {
  const waiting = queue.unsent(person).length;
  answers.querySelector("[data-count]").textContent = waiting ? fill(answers.dataset.waiting, { n: waiting }) : answers.dataset.none;
  answers.querySelector(".actions").hidden = !waiting;
}

async function removeAll() {
  for (const { cache, url } of await kept()) await cache.delete(url, { ignoreVary: true });
  showPages();
}

if (pages && answers) {
  const asked = location.pathname === HERE ? "" : location.pathname;
  document.getElementById("not-kept").hidden = !asked;
  document.getElementById("again").addEventListener("click", () => location.reload());
  pages.querySelector("[data-all]").addEventListener("click", removeAll);
  answers.querySelector("button").addEventListener("click", () => queue.saveFile(person));
  document.addEventListener("answers", showAnswers);
  showPages();
  showAnswers();
}
