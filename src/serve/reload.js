// Part of the preview only: loads the page again when the site was built again.
(() => {
  const shown = document.currentScript.dataset.build;
  const events = new EventSource("/.candour/events");
  events.addEventListener("build", (event) => {
    if (event.data !== shown) {
      events.close();
      location.reload();
    }
  });
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
