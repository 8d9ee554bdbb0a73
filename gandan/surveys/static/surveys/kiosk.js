// The touch screen: what a person left unfinished is wiped; the thanks go back to the first question.
const seconds = Number(document.querySelector("[data-return]")?.dataset.return ?? 0);
let quiet = 0;
const back = () => location.replace(location.pathname);
if (seconds) setInterval(() => { quiet += 1; if (quiet >= seconds) back(); }, 1000);
["pointerdown", "keydown"].forEach((kind) => addEventListener(kind, () => { quiet = 0; }, { passive: true }));
addEventListener("pageshow", (event) => { if (event.persisted) back(); });
// Nobody is asked "leave this page?" at a machine.
document.addEventListener("input", (event) => event.stopPropagation());
