// Ties the values of a form to their words in the source beside it. A mark (a.mark[data-value]) or its field lights the words; a passage
// (.source [data-of]) lights the values that cite it. Marks without this are links to #block-8. Load with type="module".
const source = document.querySelector(".source");
let origin = null;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const behavior = () => (still.matches ? "auto" : "smooth");
const marksOf = (name) => document.querySelectorAll(`a.mark[data-value="${CSS.escape(name)}"]`);
const holderOf = (mark) => mark.closest(".field, li, dd");
const within = (name, tag) => [...source.querySelectorAll(`${tag}[data-of~="${CSS.escape(name)}"]`)];

function clear() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
}

function inView(element) {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}

// Scrolls the panel alone where it scrolls by itself, so that the form stays where it is.
function reveal(element) {
  if (source.scrollHeight > source.clientHeight + 1) {
    const offset = element.getBoundingClientRect().top - source.getBoundingClientRect().top;
    source.scrollTo({ top: source.scrollTop + offset - source.clientHeight / 3, behavior: behavior() });
    if (inView(source) || inView(element)) return;
  }
  element.scrollIntoView({ block: "center", behavior: behavior() });
}

function lightWords(name, { scroll = true } = {}) {
  clear();
  const words = within(name, "mark");
  const lit = words.length ? words : within(name, "");
  for (const element of lit) element.classList.add("lit");
  for (const mark of marksOf(name)) holderOf(mark)?.classList.add("lit");
  if (lit.length && scroll) reveal(lit[0]);
  return lit[0];
}

function lightValues(names) {
  clear();
  const holders = names.flatMap((name) => [...marksOf(name)].map(holderOf)).filter(Boolean);
  for (const holder of holders) holder.classList.add("lit");
  for (const name of names) for (const words of within(name, "mark")) words.classList.add("lit");
  if (holders.length && !holders.some(inView)) holders[0].scrollIntoView({ block: "center", behavior: behavior() });
}

if (source) {
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("a.mark[data-value]");
    if (!mark) return;
    const found = lightWords(mark.dataset.value);
    if (!found) return;
    event.preventDefault();
    origin = mark;
    const block = found.closest("[data-n]") || found;
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
  });
  // Working in a field shows its words, without moving a page whose panel does not scroll by itself.
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest(".field")?.querySelector("a.mark[data-value]");
    if (mark && !event.target.matches("a")) lightWords(mark.dataset.value, { scroll: source.scrollHeight > source.clientHeight + 1 });
  });
  // From a passage that the keyboard was led to, Escape leads back to the mark.
  source.addEventListener("keydown", (event) => {
    const block = event.target.closest("[data-n][data-of]");
    if (event.key !== "Escape" || !block) return;
    lightValues(block.dataset.of.split(" "));
    (origin?.isConnected ? origin : marksOf(block.dataset.of.split(" ")[0])[0])?.focus();
  });
  source.addEventListener("click", (event) => {
    const cited = event.target.closest("mark[data-of], [data-n][data-of]");
    if (cited?.dataset.of && !event.target.closest("a")) lightValues(cited.dataset.of.split(" "));
  });
  // A passage that is to be judged, not clicked: in sight from the start, where the panel scrolls by itself.
  const passage = source.querySelector("mark:not([data-of])") || source.querySelector(".passage");
  if (passage && source.scrollHeight > source.clientHeight + 1)
    source.scrollTop = passage.getBoundingClientRect().top - source.getBoundingClientRect().top - source.clientHeight / 4;
}
