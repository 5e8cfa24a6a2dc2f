// A way out of a page that somebody should not be seen reading. The link works without this script.
//
// With it, pressing Shift three times within five seconds leaves too, the page is cleared at once, and it is not in the
// list of pages that the Back button goes to. While the page is printed, its title says nothing of its subject.
"use strict";

(() => {
  const box = document.querySelector(".leave");
  const link = box?.querySelector(".leave-link");
  if (!link) return;
  const PRESSES = 3;
  const WITHIN = 5000;
  const status = box.querySelector(".leave-status");
  const title = document.title;
  let presses = [];

  function leave() {
    document.title = link.hostname;
    document.body.replaceChildren();
    window.location.replace(link.href);
  }

  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") presses = [];
  });

  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    const now = event.timeStamp;
    presses = [...presses.filter((then) => now - then < WITHIN), now];
    if (presses.length >= PRESSES) leave();
    else status.textContent = presses.length === 1 ? status.dataset.once : status.dataset.twice;
  });

  window.addEventListener("beforeprint", () => {
    document.title = box.dataset.paper;
  });
  window.addEventListener("afterprint", () => {
    document.title = title;
  });

  box.querySelector(".leave-keys").hidden = false;
})();
