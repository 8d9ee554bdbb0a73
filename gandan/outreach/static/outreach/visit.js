// At the door: sign on the screen; at home: send the place along. Both only help: the forms work without.
const input = document.querySelector("[data-signature]"), box = document.querySelector("[data-sign]");
if (input && box) {
  const pad = box.querySelector("canvas"), pen = pad.getContext("2d");
  const at = (event) => { const frame = pad.getBoundingClientRect(); return [(event.clientX - frame.left) * pad.width / frame.width, (event.clientY - frame.top) * pad.height / frame.height]; };
  const clear = () => { pen.fillStyle = "#fff"; pen.fillRect(0, 0, pad.width, pad.height); };
  let isDown = false;
  box.hidden = false;
  clear();
  pen.lineWidth = 3; pen.lineCap = "round";
  pad.addEventListener("pointerdown", (event) => { isDown = true; pad.setPointerCapture(event.pointerId); pen.beginPath(); pen.moveTo(...at(event)); });
  pad.addEventListener("pointermove", (event) => { if (isDown) { pen.lineTo(...at(event)); pen.stroke(); } });
  pad.addEventListener("pointerup", () => {
    isDown = false;
    pad.toBlob((picture) => { const held = new DataTransfer(); held.items.add(new File([picture], "chu-ky.png", { type: "image/png" })); input.files = held.files; input.dispatchEvent(new Event("change", { bubbles: true })); }, "image/png");
  });
  box.querySelector("[data-clear]").addEventListener("click", () => { clear(); input.value = ""; });
}
const place = document.querySelector("[data-place]");
if (place && "geolocation" in navigator) {
  const said = place.querySelector("[role=status]");
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => navigator.geolocation.getCurrentPosition(({ coords }) => {
    document.getElementById("id_latitude").value = coords.latitude.toFixed(5);
    document.getElementById("id_longitude").value = coords.longitude.toFixed(5);
    said.textContent = "Đã kèm vị trí.";
  }, () => { said.textContent = "Không lấy được vị trí, xin ghi rõ điểm dễ tìm."; }));
}
