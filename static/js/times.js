// Writes the visitor's own time beside each <time datetime data-local [data-end]> where the zones differ, and shows [data-viewer-zone]
// with its data-text ("Smaller times: {zone}"). data-local="date" names day and zone too. Load with type="module".
const lang = document.documentElement.lang.replace(/^en$/, "en-GB");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const words = (options) => (moment) => new Intl.DateTimeFormat(lang, options).format(moment);
const hours = words({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekday = words({ weekday: "short" });
const wholeDay = words({ weekday: "long", day: "numeric", month: "long" });

function minutesEast(text) {
  const [, sign, hour, minute] = /([+-])(\d\d):(\d\d)$/.exec(text) || [0, "+", 0, 0];
  return (sign + 1) * (hour * 60 + +minute);
}

let differs = false;
for (const time of document.querySelectorAll("time[data-local]")) {
  const start = new Date(time.dateTime), east = minutesEast(time.dateTime), end = time.dataset.end;
  if (isNaN(start) || east === -start.getTimezoneOffset()) continue;
  differs = true;
  const named = time.dataset.local === "date";
  const sameDay = new Date(+start + east * 6e4).getUTCDate() === start.getDate();
  const own = document.createElement("span");
  own.className = "local";
  own.textContent = (named ? wholeDay(start) + ", " : sameDay ? "" : weekday(start) + " ")
    + hours(start) + (end ? "–" + hours(new Date(end)) : "") + (named ? " " + zone : "");
  (time.closest(".when") || time).after(" ", own);
}
for (const holder of document.querySelectorAll("[data-viewer-zone]")) {
  holder.textContent = holder.dataset.text.replace("{zone}", zone);
  holder.hidden = !differs;
}
