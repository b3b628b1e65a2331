// Before signing out: sends what still waits, says what is saved on this device only, and empties the device as the form goes (the server's answer has it emptied,
// too). The page holds #leaving (hidden) with [data-count] and a button, and forms with data-leaving. Load with type="module".
import * as queue from "./queue.js";

const place = document.getElementById("leaving"), person = place?.dataset.person;

async function forgetAll() {
  queue.forgetAll();
  try {
    for (const key of Object.keys(localStorage)) if (/^(reading|device):/.test(key)) localStorage.removeItem(key);
  } catch { /* forbidden: nothing is kept there */ }
  for (const name of await self.caches?.keys() || []) await caches.delete(name);
}

async function warn() {
  await queue.flush(person);
  const waiting = queue.unsent(person).length;
  place.querySelector("[data-count]").textContent = place.dataset.waiting.replace("{n}", waiting);
  place.hidden = !waiting;
}

if (place) {
  warn();
  place.querySelector("button").addEventListener("click", () => queue.saveFile(person));
  for (const form of document.querySelectorAll("form[data-leaving]")) form.addEventListener("submit", forgetAll);
}
