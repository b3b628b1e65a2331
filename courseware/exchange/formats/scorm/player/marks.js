// What an answer is worth, from 0 to 1, by the rules of the course this package was made from.
"use strict";

const marks = {
  single: (question, answer) => sum(question.options.filter(each => answer.includes(each.key)).map(each => each.share)),
  true_false: (question, answer) => marks.single(question, answer),
  multiple: (question, answer) => marks.single(question, answer),
  matching: (question, answer) => part(question.prompts, each => {
    const chosen = question.matches.find(match => match.key === answer[each.key]);
    return chosen !== undefined && chosen.group === each.group;
  }),
  // The share of neighbours that follow one another as they should.
  ordering: (question, answer) => {
    const follows = question.order.slice(1).map((key, at) => [question.order[at], key]);
    return part(follows, ([before, after]) => {
      const at = answer.indexOf(before);
      return at >= 0 && answer[at + 1] === after;
    });
  },
  numeric: (question, answer) => {
    const given = readNumber(answer);
    if (given === null) return 0;
    const near = each => Math.abs(given - each.number) <= each.tolerance + 1e-9 * Math.max(1, Math.abs(each.number));
    return Math.max(0, ...question.options.filter(near).map(each => each.share));
  },
  short: (question, answer) =>
    Math.max(0, ...question.options.filter(each => each.text === evened(answer)).map(each => each.share)),
  cloze: (question, answer) => part(question.gaps, gap => answer[gap.number] === gap.right),
};

function markOf(question, answer) {
  return isBlank(answer) ? 0 : Math.min(Math.max(marks[question.kind](question, answer), 0), 1);
}

function isBlank(answer) {
  return typeof answer === "string" ? !answer.trim() : Object.keys(answer).length === 0;
}

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}

function part(things, isRight) {
  return things.filter(isRight).length / things.length;
}

// As a patient reader compares: case, spaces, punctuation and ё do not matter.
function evened(text) {
  const same = text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(/ё/g, "е");
  return same.replace(/[\p{P}\p{Z}\p{C}]/gu, " ").trim().split(/\s+/).join(" ");
}

// "12,5", "1 234,5", "−3"; where comma and dot both stand, the last of them parts off the decimals.
function readNumber(text) {
  let kept = text.normalize("NFKC").replace(/[\s'’_]/g, "").replace(/[\u2010-\u2015\u2212]/g, "-");
  const both = kept.includes(",") && kept.includes(".");
  for (const [sign, other] of [[",", "."], [".", ","]]) {
    const several = kept.split(sign).length > 2;
    if (several || (both && kept.lastIndexOf(sign) < kept.lastIndexOf(other))) kept = kept.split(sign).join("");
  }
  kept = kept.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(kept) ? Number(kept) : null;
}
