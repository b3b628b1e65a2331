// Single keys for what a page marks with data-key="a": a link or button is pressed, a <details> opens and takes the focus.
// Keys are written in <kbd hidden> beside it, which is shown here, as without a script the keys do nothing. Not while
// somebody types, nor together with Ctrl, Alt or Meta. data-keys-within: these keys count only while it is open.
// Load with type="module".
// A keyboard of another script (Cyrillic) has its own letters: there the place of the key counts.
const typing = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

for (const hint of document.querySelectorAll("kbd[hidden]")) hint.hidden = false;

function nameOf({ key, code }) {
  if (key.length > 1) return key;
  return key > "~" && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key.toLowerCase();
}

function targetOf(key) {
  for (const target of document.querySelectorAll("[data-key]")) {
    const holder = target.parentElement.closest("[data-keys-within]");
    if (target.dataset.key === key && (!holder || holder.open)) return target;
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.target.closest(typing)) return;
  const target = targetOf(nameOf(event));
  if (!target) return;
  event.preventDefault();
  if (!target.matches("details")) return target.click();
  target.open = !target.open;
  if (target.open) target.querySelector("button").focus();
});
