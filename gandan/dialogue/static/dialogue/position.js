// Where the phone stands, put into the hidden fields of the form; the form works without it.
for (const button of document.querySelectorAll("[data-position]")) {
  if (!navigator.geolocation) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const form = button.closest("form"), told = form.querySelector("[data-position-told]");
    told.textContent = "Đang lấy vị trí…";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.elements.latitude.value = coords.latitude;
        form.elements.longitude.value = coords.longitude;
        told.textContent = `Đã ghi vị trí, sai số khoảng ${Math.round(coords.accuracy)} m.`;
      },
      () => { told.textContent = "Máy không cho lấy vị trí. Ảnh chụp vẫn đủ làm minh chứng."; },
      { enableHighAccuracy: true, timeout: 15000 },
    );
  });
}
