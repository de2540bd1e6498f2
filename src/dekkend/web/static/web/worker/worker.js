// Keeps the document of a copy of the checklist and its assets, so that it opens without a line. Never another page.
// A page says what to keep; VERSION stands in front of this script and changes with every style sheet and module.

const STORE = `dekkend-${VERSION}`;
const SLOW = 5000; // ms before what was kept stands in for a page
const GONE = [403, 404, 410]; // whoever may not see it any more keeps nothing of it
const fresh = new Map(); // path -> the document as it just came

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name.startsWith("dekkend-") && name !== STORE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener("message", (event) => {
  if (event.data.keep) event.waitUntil(keep(event.data));
});

async function keep({ keep: copy, page, person, assets }) {
  const cache = await caches.open(STORE);
  const owner = person || `code:${copy}`;
  for (const request of await cache.keys()) {
    const other = (await cache.match(request)).headers.get("Dekkend-Owner");
    if (person && other && other !== person && !other.startsWith("code:")) await cache.delete(request);
  }
  const path = new URL(page).pathname;
  const answer = fresh.get(path) ?? (await fetch(page, { headers: { Accept: "text/html" } }));
  fresh.delete(path);
  if (!answer.ok || answer.redirected) return;
  const text = await answer.text();
  if (!text.includes(`data-person="${person}"`)) return; // somebody else signed in meanwhile: it is theirs
  const headers = new Headers(answer.headers);
  headers.set("Dekkend-Owner", owner);
  headers.delete("Content-Encoding"); // the body is plain by now
  headers.delete("Content-Length");
  await cache.put(copy, new Response(text, { status: 200, headers }));
  const missing = [];
  for (const url of assets) if (!(await cache.match(url))) missing.push(url);
  await Promise.allSettled(missing.map((url) => cache.add(url)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (/\/(checklist|c)\//.test(url.pathname)) event.respondWith(document(request, url.pathname));
  } else if (["style", "script", "font", "image"].includes(request.destination)) {
    event.respondWith(asset(request));
  }
});

async function document(request, path) {
  const kept = await keptFor(path);
  const line = fetch(request);
  if (!kept) return line;
  const late = new Promise((resolve) => setTimeout(resolve, SLOW, null));
  try {
    const answer = await Promise.race([line, late]);
    if (answer === null) return kept;
    if (answer.ok) fresh.set(path, answer.clone());
    if (GONE.includes(answer.status)) await forget(path);
    return answer.status >= 500 ? kept : answer;
  } catch {
    return kept;
  } finally {
    line.catch(() => {}); // it may still fail after the page was shown
  }
}

// The copy's own address, and those of its questions.
async function keptFor(path) {
  const [cache, request] = await find(path);
  return request ? cache.match(request) : null;
}

async function forget(path) {
  const [cache, request] = await find(path);
  if (request) await cache.delete(request);
}

async function find(path) {
  const cache = await caches.open(STORE);
  for (const request of await cache.keys()) {
    const copy = new URL(request.url).pathname;
    if (path !== copy && !path.startsWith(`${copy}vraag/`)) continue;
    if ((await cache.match(request)).headers.has("Dekkend-Owner")) return [cache, request];
  }
  return [cache, null];
}

// A name with a fingerprint never changes. Others are asked for, and taken from here when there is no answer.
async function asset(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept && /\.[0-9a-f]{12}\.\w+$/.test(new URL(request.url).pathname)) return kept;
  try {
    return await fetch(request);
  } catch (fault) {
    if (kept) return kept;
    throw fault;
  }
}
