// The service worker of the courses: keeps what was opened readable when the line drops. Served as /sw.js for the scope /courses/, so it
// never sees the desk, my page or signing in.
//
// The server says what may be kept: a page with <meta name="kept-for" content="{the person's opaque code}">, and with it the pages that
// any data-keep="{address}" in it names. Kept are pages answered with 200 to a GET, one cache for each person, and only the last person's;
// without a code nobody is signed in, and nothing stays. Pages come from the network first; files with a hash in their name from the cache
// first. A page from the cache carries data-kept-at on <html>. An attempt names its quiz in <meta name="stands-for">: where a question of
// that quiz cannot be had, the kept attempt is shown instead. What was kept is told to the pages: {kept: address}.
const PAGES = "pages:", FILES = "files:1", SCOPE = "/courses/", DEVICE = "/courses/on-this-device/";
const PATIENCE_MS = 5000, FRESH_MS = 10 * 60_000;
const FILE = /^\/static\//, HASHED = /\.[0-9a-f]{12}\.\w+$/, QUESTION = /^(.*\/quizzes\/[0-9a-f-]{36}\/)(\d+)\/$/;
const HEADERS = ["Content-Type", "Content-Language", "Content-Security-Policy", "Referrer-Policy", "X-Frame-Options", "X-Content-Type-Options"];
const LOOSE = { ignoreVary: true };

const meta = (html, name) => new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1];
const lastPart = (path) => path.split(/[?#]/)[0];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "GET" && FILE.test(url.pathname)) event.respondWith(file(request));
  else if (request.mode === "navigate" && url.pathname.startsWith(SCOPE)) event.respondWith(request.method === "GET" ? page(event) : posted(request));
});
self.addEventListener("message", (event) => {
  if (event.data.keep) event.waitUntil(keepAll([event.data.keep], 0));
});

async function file(request) {
  const files = await caches.open(FILES), kept = await files.match(request, LOOSE);
  if (kept && HASHED.test(request.url)) return kept;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await putFile(files, request.url, fresh.clone());
    return fresh;
  } catch {
    return kept || await anotherVersion(files, request.url) || Response.error();
  }
}

const withoutHash = (address) => address.replace(HASHED, (tail) => tail.slice(13));

/** A page that was kept before the last change of the site asks for the file as it was then: the one there is does better than none. */
async function anotherVersion(files, address) {
  const found = (await files.keys()).find(({ url }) => withoutHash(url) === withoutHash(address));
  return found && files.match(found, LOOSE);
}

async function putFile(files, address, answer) {
  for (const { url } of await files.keys()) if (url !== address && withoutHash(url) === withoutHash(address)) await files.delete(url, LOOSE);
  await files.put(address, answer);
}

/** The network's answer, unless it does not come, or does not come soon and there is a copy. */
async function page(event) {
  const address = lastPart(event.request.url), kept = await caches.match(address, LOOSE);
  const answered = fetch(event.request).then((answer) => look(event, address, answer));
  if (!kept) return answered.catch(() => instead(address));
  const late = new Promise((enough) => setTimeout(enough, PATIENCE_MS));
  const good = answered.then((answer) => answer.status < 500 && answer, () => null);
  event.waitUntil(good);
  return (await Promise.race([good, late])) || marked(kept);
}

/** What the network answered, after keeping it or, where there is nothing to keep any more, dropping the copy. */
async function look(event, address, answer) {
  if (answer.status === 200 && !answer.redirected) event.waitUntil(keep(address, answer.clone(), 0));
  else if ([403, 404, 410].includes(answer.status) || answer.type === "opaqueredirect") event.waitUntil(remove(address));
  return answer;
}

/** A form that could not be sent: what it held is on the device already, where a script could keep it. */
async function posted(request) {
  try {
    return await fetch(request);
  } catch {
    return instead(lastPart(request.url), 1);
  }
}

async function instead(address, onwards = 0) {
  const [, quiz, position] = QUESTION.exec(new URL(address).pathname) || [];
  const attempt = quiz && await attemptFor(quiz);
  if (attempt) return Response.redirect(`${attempt}#q${Number(position) + onwards}`, 303);
  const kept = await caches.match(new URL(DEVICE, address).href, LOOSE);
  return kept ? marked(kept, 503) : Response.error();
}

async function attemptFor(quiz) {
  for (const name of await pageCaches()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const found = await cache.match(request, LOOSE);
      if (found.headers.get("X-Stands-For") === quiz) return request.url;
    }
  }
}

async function marked(kept, status = 200) {
  const html = (await kept.text()).replace("<html ", `<html data-kept-at="${kept.headers.get("X-Kept-At")}" `);
  return new Response(html, { status, headers: kept.headers });
}

async function pageCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PAGES));
}

/** Empties every cache of pages but that of `person`. */
async function empty(person) {
  for (const name of await pageCaches()) if (name !== PAGES + person) await caches.delete(name);
}

async function remove(address) {
  for (const name of await pageCaches()) await (await caches.open(name)).delete(address, LOOSE);
}

/** Asks for pages that are not kept, or were kept a while ago. */
async function keepAll(addresses, depth) {
  for (const each of addresses) {
    const address = lastPart(new URL(each, location.origin).href), kept = await caches.match(address, LOOSE);
    if (kept && depth && Date.now() - Date.parse(kept.headers.get("X-Kept-At")) < FRESH_MS) continue;
    const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "text/html" } });
    if (answer.ok && !answer.redirected) await keep(address, answer, depth);
    else if (answer.status < 500) await remove(address);
  }
}

async function keep(address, answer, depth) {
  const html = await answer.text(), person = meta(html, "kept-for");
  if (person !== undefined) await empty(person);
  await (person ? store(html, address, answer, person) : remove(address));
  const named = [...html.matchAll(/ data-keep="([^"]+)"/g)].map(([, other]) => other);
  const others = [DEVICE, ...named].map((other) => new URL(other, address).href).filter((other) => other !== address);
  if (person !== "" && depth < 3) await keepAll(others, depth + 1);
}

async function store(html, address, answer, person) {
  const headers = new Headers({ "X-Kept-At": new Date().toISOString(), "X-Stands-For": meta(html, "stands-for") || "" });
  for (const name of HEADERS) if (answer.headers.has(name)) headers.set(name, answer.headers.get(name));
  await keepFiles(html, address);
  await (await caches.open(PAGES + person)).put(address, new Response(html, { headers }));
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage({ kept: address });
}

/** The files that a page, a sheet or a script asks for, and what those ask for. */
async function keepFiles(text, base) {
  const files = await caches.open(FILES);
  for (const [, linked, styled, imported] of text.matchAll(/(?:href|src)="([^"]+)"|url\(["']?([^"')]+)|(?:from|import)\s*["'](\.[^"']+)/g)) {
    const url = new URL(linked || styled || imported, base);
    if (url.origin !== location.origin || !FILE.test(url.pathname) || await files.match(url.href, LOOSE)) continue;
    const answer = await fetch(url.href);
    if (!answer.ok) continue;
    await putFile(files, url.href, answer.clone());
    if (/\.(css|js)$/.test(url.pathname)) await keepFiles(await answer.text(), url.href);
  }
}
