// The report page works without this: a tap then sends the form. With it the pin moves at once.
const form = document.querySelector("[data-report]");
const map = form.querySelector("[data-map]");
const told = form.querySelector("[data-told]");
const nearby = form.querySelector("[data-nearby]");
const guessed = form.querySelector("[data-guessed]");
const latitude = form.elements.latitude, longitude = form.elements.longitude;
const round = (value) => Number(value).toFixed(5);

async function ask(address, query) {
  try {
    const answer = await fetch(`${address}?${new URLSearchParams(query)}`);
    return answer.ok ? await answer.text() : "";
  } catch { return ""; }
}
async function pin(lat, lon, words) {
  latitude.value = round(lat); longitude.value = round(lon);
  const query = { lat: latitude.value, lon: longitude.value };
  map.src = `${form.dataset.ground}?${new URLSearchParams(query)}`;
  told.textContent = words;
  nearby.innerHTML = await ask(form.dataset.near, query);
}
// Where the picture was touched: the server knows its box, so the tap is sent as a share of it.
map.addEventListener("click", (event) => {
  if (event.detail === 0) { event.preventDefault(); return; }
  form.elements.map_width.value = Math.round(map.clientWidth);
  form.elements.map_height.value = Math.round(map.clientHeight);
  const box = map.dataset.box?.split(",").map(Number);
  if (!box) return;
  event.preventDefault();
  const [south, west, north, east] = box, across = event.offsetX / map.clientWidth, down = event.offsetY / map.clientHeight;
  pin(north - down * (north - south), west + across * (east - west), "Đã ghim chỗ vừa chạm.");
});
if (navigator.geolocation) {
  form.querySelector("[data-locate-row]").hidden = false;
  form.querySelector("[data-locate]").addEventListener("click", () => {
    told.textContent = "Đang tìm chỗ…";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => pin(coords.latitude, coords.longitude, `Đã ghim chỗ đang đứng, sai chừng ${Math.round(coords.accuracy)} m.`),
      () => { told.textContent = "Máy chưa cho biết chỗ đang đứng. Xin chạm vào bản đồ, hoặc gõ tên thôn, ngõ."; },
      { enableHighAccuracy: true, timeout: 15000 },
    );
  });
}
form.elements.text.addEventListener("change", async () => {
  const words = await ask(form.dataset.guess, { chu: form.elements.text.value });
  guessed.replaceChildren();
  if (words) guessed.append("Hệ thống xếp vào: ", Object.assign(document.createElement("b"), { textContent: words }), ".");
});
