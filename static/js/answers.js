// Answers to questions of a quiz, read from the page and put into it; queue.js keeps and sends them. Nothing here draws.
// A question is a fieldset[data-question] with data-kind, data-url and data-sequence (see quizzes/ask.html).
const numbers = (fields) => fields.map((field) => Number(field.value));

// The answer in the form that the server takes, or null where nothing, or not all of it, is filled in.
export function read(question) {
  const all = (selector) => [...question.querySelectorAll(selector)];
  const { kind } = question.dataset;
  if (["single", "true_false", "multiple"].includes(kind)) return full(numbers(all("[name$='-choice']:checked")));
  if (kind === "ordering") {
    const lines = all("[data-line]").map((line) => [Number(line.querySelector("select").value), Number(line.dataset.line)]);
    const places = new Set(lines.map(([place]) => place));
    return places.has(0) || places.size < lines.length ? null : lines.sort((a, b) => a[0] - b[0]).map(([, key]) => key);
  }
  if (kind === "matching" || kind === "cloze") {
    const filled = all("select").filter((field) => field.value);
    return filled.length ? Object.fromEntries(filled.map((field) => [field.name.split("-").at(-1), Number(field.value)])) : null;
  }
  return question.querySelector("[name$='-text']").value.trim() || null;
}

const full = (list) => (list.length ? list : null);

export function certainty(question) {
  const chosen = question.querySelector("[name$='-certainty']:checked");
  return chosen ? Number(chosen.value) : null;
}

// Put an answer into the page, as read() would give it.
export function fill(question, answer, certain = null) {
  for (const field of question.querySelectorAll("[name$='-choice']")) field.checked = answer.includes(Number(field.value));
  for (const field of question.querySelectorAll("[name$='-certainty']")) field.checked = Number(field.value) === certain;
  for (const field of question.querySelectorAll("[name$='-text']")) field.value = answer;
  for (const field of question.querySelectorAll("select")) {
    const name = field.name.split("-").at(-1);
    field.value = question.dataset.kind === "ordering" ? answer.indexOf(Number(name)) + 1 : answer[name] ?? "";
  }
}
