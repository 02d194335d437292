/*
 * Keeps the site in the browser, so that the course works without a network after the first visit.
 *
 * It takes the place of JupyterLite's own worker, which forgets that it was to keep anything as soon as the
 * browser lets it sleep, and never keeps the lists of files. Like that one it carries what the kernel asks
 * (for files and for input) to the page, over the channel that JupyterLite names.
 */
const SCOPE = new URL(self.registration.scope);
const KEPT = `rapport ${SCOPE.pathname}`;
const LIST = new URL("offline.json", SCOPE).href;
/* A file with a part of its hash in its name never changes. */
const LASTING = /(?:\.[0-9a-f]{7,}\.(?:js|css|woff2?)|-0[0-9a-f]{12}-py3-none-any\.whl)$/;
const AT_ONCE = 6;
const channel = new BroadcastChannel("/sw-api.v1");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("message", event => event.data === "rapport: keep the site" && event.waitUntil(keepAll()));

self.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.pathname === "/api/service-worker-heartbeat") {
    event.respondWith(new Response("ok"));
  } else if (url.origin === SCOPE.origin && /\/api\/(?:drive|stdin\/)/.test(url.pathname)) {
    event.respondWith(askPage(request, url));
  } else if (request.method === "GET" && url.href.startsWith(SCOPE.href)) {
    event.respondWith(newestOrKept(request));
  }
});

/* What the page answers to a question of the kernel. */
async function askPage(request, url) {
  const question = await request.json();
  const requestId = question.requestId ?? crypto.randomUUID();
  return new Promise(resolve => {
    const listen = ({ data }) => {
      if (data.browsingContextId === question.browsingContextId && data.requestId === requestId) {
        channel.removeEventListener("message", listen);
        resolve(new Response(JSON.stringify(data.response)));
      }
    };
    channel.addEventListener("message", listen);
    channel.postMessage({ ...question, requestId, pathname: url.pathname });
  });
}

/* The host's file, which is kept for later; without a network, or where the host has it no more, the kept one. */
async function newestOrKept(request) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(place(request.url));
  if (kept && LASTING.test(place(request.url))) {
    return kept;
  }
  try {
    const response = await fetch(request);
    if (response.status === 200) {
      await cache.put(place(request.url), plain(response.clone())).catch(console.warn);
    }
    return kept && response.status >= 400 ? kept : response;
  } catch (error) {
    if (kept) {
      return kept;
    }
    throw error;
  }
}

/*
 * Fetch whatever the site has and this browser lacks; forget what it has no more. A list that is kept already says
 * that all was fetched, but a browser that was closed at once may have lost some of it.
 */
async function keepAll() {
  const cache = await caches.open(KEPT);
  const response = await fetch(LIST, { cache: "no-cache" });
  const list = await response.clone().json();
  const before = await cache.match(LIST);
  const isSame = Boolean(before) && (await before.text()) === (await response.clone().text());
  const wanted = list.map(path => new URL(path, SCOPE).href);
  const named = new Set([...wanted, LIST]);
  const kept = (await cache.keys()).map(request => request.url);
  await Promise.all(kept.filter(url => LASTING.test(url) && !named.has(url)).map(url => cache.delete(url)));
  const lacking = wanted.filter(url => !((isSame || LASTING.test(url)) && kept.includes(url)));
  const fetchNext = async () => {
    for (let url = lacking.shift(); url; url = lacking.shift()) {
      const found = await fetch(url);
      if (found.status !== 200) {
        throw new Error(`${url}: ${found.status}`);
      }
      await cache.put(url, plain(found));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  await cache.put(LIST, response);
}

/* Some hosts add a query, some a redirection; neither belongs to what is kept. */
const place = address => {
  const { origin, pathname } = new URL(address);
  return origin + (pathname.endsWith("/") ? `${pathname}index.html` : pathname);
};
const plain = response =>
  response.redirected ? new Response(response.body, { headers: response.headers, status: response.status }) : response;
