// Shows what the push service brings, and opens the page it is about. It keeps nothing and answers no request.
addEventListener("push", (event) => {
  const told = event.data?.json() ?? {};
  event.waitUntil(registration.showNotification(told.title || "Gần Dân", {
    body: told.text, tag: told.tag, lang: "vi", icon: "/static/ui/icon.svg", data: { link: told.link },
  }));
});
addEventListener("notificationclick", (event) => {
  event.notification.close();
  const page = new URL(event.notification.data?.link || "/", location.origin);
  if (page.origin === location.origin) event.waitUntil(clients.openWindow(page.href));
});
