// Shows a question that depends on an answer (data-shown-if names its field, data-shown-value its values) only while one of those is given.
// Without a script every question stands there with its condition in words; the server drops what was not to be answered.
const dependent = new Map();
for (const control of document.querySelectorAll("[data-shown-if]")) dependent.set(control.closest(".field"), control.dataset);

function isAnswered(name, values) {
  for (const control of document.getElementsByName(name)) {
    const counts = control.matches("[type=radio], [type=checkbox]") ? control.checked : true;
    if (counts && values.includes(control.value) && !control.closest(".field").hidden) return true;
  }
  return false;
}

function follow() {
  for (const [field, { shownIf, shownValue }] of dependent) field.hidden = !isAnswered(shownIf, shownValue.split(" "));
}

if (dependent.size) {
  document.addEventListener("change", follow);
  follow();
}
