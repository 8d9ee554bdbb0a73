// Pages of a session, kept for when there is no network. Network first: what is kept is only a fallback.
const KEPT = "phien-luu-dong-1", PATIENCE = 5000;
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("phien-luu-dong-") && name !== KEPT) await caches.delete(name);
  await clients.claim();
})()));
addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  const isPage = event.request.mode === "navigate" && address.pathname.endsWith("/dien-thoai/");
  if (event.request.method !== "GET" || address.origin !== location.origin) return;
  if (isPage || address.pathname.startsWith("/static/")) event.respondWith(fresh(event.request));
});
async function fresh(request) {
  const cache = await caches.open(KEPT);
  const known = await cache.match(request, { ignoreSearch: true });
  const fetched = fetch(request).then((answer) => {
    if (answer.ok && !answer.redirected) cache.put(request, answer.clone());
    return answer;
  });
  if (!known) return fetched;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, known));
  return Promise.race([fetched.catch(() => known), late]);
}
