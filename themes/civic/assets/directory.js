// The filter of the directory. It reads one file of this site, shows what fits, and keeps the answers in the address.
// Without it the page shows every service and the lists that lead to them. It uses no cookie and asks no other site.
(() => {
  "use strict";

  const filter = document.getElementById("directory-filter");
  if (!filter || !window.fetch || !window.URLSearchParams) return;
  const form = filter.querySelector("form");
  const byId = (id) => document.getElementById("directory-" + id);
  const [status, results, found, more, clear] = ["status", "results", "found", "more", "clear"].map(byId);
  const everything = [byId("browse"), byId("all")].filter(Boolean);
  const fields = Array.from(form.elements).filter((field) => field.name);
  const step = 50;
  let services = null;
  let fitting = [];
  let shown = 0;

  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f’']/g, "");

  // Each service gets the words it can be found by, once.
  const load = async () => {
    if (services) return;
    const answer = await fetch(filter.dataset.index, { credentials: "omit" });
    if (!answer.ok) throw new Error(String(answer.status));
    const list = await answer.json();
    list.forEach((service) => {
      service.text = " " + plain([service.name, service.summary, service.words].join(" ")).replace(/[^\p{L}\p{N}]+/gu, " ");
    });
    services = list;
  };

  const asked = () => {
    const answers = {};
    fields.forEach((field) => {
      const value = field.value.trim();
      if (value) answers[field.name] = value;
    });
    return answers;
  };

  const fits = (service, answers, words) =>
    words.every((word) => service.text.includes(" " + word)) &&
    (!answers.need || service.needs.includes(answers.need)) &&
    (!answers.place || service.place === answers.place) &&
    (!answers.cost || service.cost === answers.cost) &&
    (!answers.day || service.days.includes(Number(answers.day)));

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const item = (service) => {
    const whole = element("li", "entry service");
    const title = element("div", "entry-title");
    const link = element("a", "", service.name);
    link.href = service.url;
    title.append(link);
    whole.append(title, element("p", "entry-summary", service.summary));
    if (service.flags.length + service.marks.length > 0) {
      const marks = element("ul", "service-marks");
      service.flags.forEach((flag) => marks.append(element("li", "service-flag", flag)));
      service.marks.forEach((mark) => marks.append(element("li", "", mark)));
      whole.append(marks);
    }
    return whole;
  };

  const show = () => {
    const next = fitting.slice(shown, shown + step).map(item);
    found.append(...next);
    shown += next.length;
    more.hidden = shown >= fitting.length;
    return next[0];
  };

  const all = () => {
    results.hidden = true;
    clear.hidden = true;
    everything.forEach((part) => { part.hidden = false; });
    status.textContent = "";
  };

  const count = (number) => {
    if (number === 0) return filter.dataset.foundNone;
    return (number === 1 ? filter.dataset.foundOne : filter.dataset.foundOther).replace("{n}", String(number));
  };

  const apply = async () => {
    const answers = asked();
    if (Object.keys(answers).length === 0) {
      all();
      return;
    }
    try {
      await load();
    } catch {
      all();
      status.textContent = filter.dataset.fault;
      return;
    }
    const words = plain(answers.words || "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    fitting = services.filter((service) => fits(service, answers, words));
    if (answers.sort === "checked") {
      fitting.sort((a, b) => (b.checked || "").localeCompare(a.checked || "") || a.name.localeCompare(b.name));
    }
    found.replaceChildren();
    shown = 0;
    everything.forEach((part) => { part.hidden = true; });
    results.hidden = fitting.length === 0;
    clear.hidden = false;
    show();
    // Emptied first, so that the same count is read out again.
    status.textContent = "";
    window.setTimeout(() => { status.textContent = count(fitting.length); }, 50);
  };

  const restore = () => {
    const answers = new URLSearchParams(window.location.search);
    fields.forEach((field) => {
      const value = answers.get(field.name) || "";
      field.value = value;
      // An answer that no choice has.
      if (field.value !== value) field.value = "";
    });
    return apply();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new URLSearchParams(asked()).toString();
    const address = query ? "?" + query : window.location.pathname;
    window.history.pushState(null, "", address);
    apply();
  });

  clear.addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    fields.forEach((field) => { field.value = ""; });
    window.history.pushState(null, "", window.location.pathname);
    apply();
    fields[0].focus();
  });

  more.addEventListener("click", () => {
    const first = show();
    if (first) first.querySelector("a").focus();
  });

  window.addEventListener("popstate", restore);
  filter.hidden = false;
  restore();
})();
