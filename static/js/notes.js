// Selected words of a section become a highlight or a note, and a word that is explained shows its meaning in place.
// The page holds: <section data-note-url> with [data-text] inside; form#note-tools (hidden) with [data-write], [data-words] and [role=alert];
// a.term that leads to <dt id> followed by <dd>. The server answers a kept note with the new content of [data-text].
// Load with type="module".
const tools = document.getElementById("note-tools");
const home = tools?.parentElement;
const BEFORE = 40;
let chosen = null;

// Browsers differ in where a selection of a paragraph begins and ends: in its words, in the paragraph (Firefox), in what is around it (WebKit).
const elementOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);

function selection() {
  const found = getSelection();
  if (!found.rangeCount || found.isCollapsed) return null;
  const range = found.getRangeAt(0), from = elementOf(range.startContainer), text = from.closest?.("[data-text]");
  if (!text || from.closest(".notes")) return null;
  const own = ownWords(text, range), isWithin = range.compareBoundaryPoints(Range.END_TO_END, own) <= 0;
  const quote = (isWithin ? found : own).toString().trim();
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return quote && { text, range, quote, before: before.toString().replace(/\s+/g, " ").slice(-BEFORE) };
}

// What is selected of this section's own words: a triple click on the last paragraph ends in whatever comes next.
function ownWords(text, range) {
  const own = range.cloneRange(), notes = text.querySelector(".notes");
  if (notes) own.setEndBefore(notes);
  else own.setEnd(text, text.childNodes.length);
  return own;
}

// The tools stand right after the block that the selection begins in, and Tab leads from the words to them.
function offer() {
  if (tools.contains(document.activeElement)) return;
  home.append(tools);
  chosen = selection();
  tools.hidden = !chosen;
  if (!chosen) return write(false);
  const start = elementOf(chosen.range.startContainer).closest("[data-text] > *");
  (start || chosen.text.lastElementChild).after(tools);
}

function lead(event) {
  if (event.key !== "Tab" || event.shiftKey || tools.hidden || tools.contains(document.activeElement)) return;
  event.preventDefault();
  tools.querySelector("button").focus();
}

function write(open) {
  tools.querySelector("[data-words]").hidden = !open;
  tools.querySelector("[data-write]").setAttribute("aria-expanded", open);
  if (open) tools.elements.text.focus();
}

function close() {
  tools.reset();
  tools.hidden = true;
  write(false);
  complain("");
  home.append(tools);
}

function complain(text) {
  const alert = tools.querySelector("[role=alert]");
  alert.textContent = text;
  alert.hidden = !text;
}

async function keep(event) {
  event.preventDefault();
  if (!chosen) return;
  const { text, quote, before } = chosen, data = new FormData(tools);
  data.set("quote", quote);
  data.set("before", before);
  try {
    const answer = await fetch(text.closest("[data-note-url]").dataset.noteUrl, { method: "POST", body: data, headers: { "HX-Request": "true" } });
    if (!answer.ok || answer.redirected) throw new Error(`answer ${answer.status}`);
    const fresh = await answer.text();
    close();
    getSelection().removeAllRanges();
    text.innerHTML = fresh;
    (text.querySelector("summary") || text).focus({ preventScroll: true });
  } catch (error) {
    console.warn("The note is not kept:", error.message);
    complain(tools.dataset.failed);
  }
}

function explain(event) {
  const link = event.target.closest("a.term");
  const meaning = link && document.getElementById(link.hash.slice(1))?.nextElementSibling;
  if (!meaning) return;
  event.preventDefault();
  const open = link.nextElementSibling?.matches(".meaning") ? link.nextElementSibling : null;
  link.setAttribute("aria-expanded", !open);
  if (open) return open.remove();
  link.after(Object.assign(document.createElement("span"), { className: "meaning", role: "note", textContent: meaning.textContent }));
}

document.addEventListener("click", explain);
if (tools) {
  document.addEventListener("selectionchange", offer);
  document.addEventListener("keydown", lead);
  tools.addEventListener("submit", keep);
  tools.querySelector("[data-write]").addEventListener("click", () => write(tools.querySelector("[data-words]").hidden));
  tools.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
}
