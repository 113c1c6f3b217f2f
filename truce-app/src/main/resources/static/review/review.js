// Single keys for the acts of a draft; the page is whole without them.
"use strict";
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "Escape" && typing) {
    typing.blur();
    return;
  }
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
  const acts = { a: "accept", e: "edit", d: "drop" };
  const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
  const target =
    event.key === "n"
      ? document.getElementById("next")
      : act && document.querySelector(`button[value="${act}"]`);
  if (target) {
    event.preventDefault();
    target.click();
  }
});
