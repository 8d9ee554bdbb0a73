{% comment %}The service worker of the screens. It keeps the page, its style and script, and every clip, newest page first.{% endcomment %}
const KEPT = "man-hinh-1";
const OWN = [{% for address in kept %}"{{ address|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
addEventListener("install", (event) => { skipWaiting(); event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(OWN))); });
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== "GET" || pathname.endsWith(".js") && pathname.startsWith("/man-hinh/")) return;
  event.respondWith(pathname.includes("/tep/") ? keptFirst(pathname) : freshFirst(request, pathname));
});
// A clip never changes: whole from the store, fetched once.
async function keptFirst(address) {
  const kept = await caches.open(KEPT);
  const known = await kept.match(address);
  if (known) return known;
  const answer = await fetch(address);
  if (answer.ok) await kept.put(address, answer.clone());
  return answer;
}
// Everything else: from the network while there is one.
async function freshFirst(request, pathname) {
  const kept = await caches.open(KEPT), address = pathname + new URL(request.url).search;
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(address, answer.clone());
    return answer;
  } catch {
    return await kept.match(address) ?? Response.error();
  }
}
