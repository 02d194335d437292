// Draws the `view` of the messages to judge and says what the learner chose. All text is set as text, never as HTML.

const SLOW = 6000; // ms after which a learner is told that Python does not answer
const NO_ANSWER = "There is no answer. Run this cell again; your answers are kept.";

// The heading that focus goes to; a screen reader goes on reading from there.
function heading(text) {
  return make("h5", { kind: "heading", text, tabindex: "-1" });
}

function button(text, act, kind = "") {
  const node = make("button", { type: "button", kind, text });
  node.addEventListener("click", act);
  return node;
}

function message([before, quote, after]) {
  const words = quote ? [before, make("mark", { text: quote }), after] : [before];
  return make("blockquote", { kind: "message" }, words);
}

function choices(item, chosen) {
  const name = unique("answer");
  const rows = item.offered.map(({ answer, label }) => {
    const radio = make("input", { type: "radio", name, value: answer });
    radio.addEventListener("change", () => chosen(answer));
    return make("label", { kind: "choice" }, [radio, make("span", { text: label })]);
  });
  return make("fieldset", {}, [make("legend", { text: "What do you see?" }), ...rows]);
}

// First what it is, then how sure: the second question comes when the first has its answer.
function question(item, send, hint) {
  let answer;
  const buttons = item.sureness.map(({ sure, label }) => button(label, () => send({ do: "answer", answer, sure })));
  const sureness = make("fieldset", { hidden: "" }, [
    make("legend", { text: "How sure are you?" }), make("div", { kind: "row" }, buttons),
  ]);
  const list = choices(item, (chosen) => {
    answer = chosen;
    if (!sureness.hidden) return;
    sureness.hidden = false;
    hint("Now say how sure you are. The three buttons come next.");
    sureness.scrollIntoView({ block: "nearest" });
  });
  return [list, sureness];
}

function outcome(told, send) {
  const parts = [heading(told.heading), ...told.said.map((text) => make("p", { text })), make("p", { text: told.why })];
  if (told.better) {
    const summary = make("summary", { text: told.mended });
    parts.push(make("details", {}, [summary, message([told.better])]));
  }
  parts.push(make("div", { kind: "row" }, [button(told.next, () => send({ do: "next" }), "go")]));
  return make("div", { kind: told.fits ? "outcome" : "outcome outcome-other" }, parts);
}

function end(told, send) {
  const parts = [heading(told.heading), make("p", { text: told.sureness })];
  if (told.before) parts.push(make("p", { kind: "soft", text: told.before }));
  if (told.missed.length) {
    const rows = told.missed.map(({ situation, title }) =>
      make("li", {}, [make("strong", { text: title }), make("p", { kind: "soft", text: situation })]));
    parts.push(make("h5", { text: "To look at again" }), make("ul", { kind: "missed" }, rows));
  }
  for (const { title, lines } of told.parts) {
    parts.push(make("h5", { text: title }), ...lines.map((text) => make("p", { text })));
  }
  if (told.again) parts.push(make("div", { kind: "row" }, [button(told.again, () => send({ do: "again" }), "go")]));
  return make("div", { kind: "end" }, parts);
}

function stageFor(view, send, hint) {
  if (view.end) return [end(view.end, send)];
  const asked = [make("p", { kind: "situation", text: view.item.situation }), message(view.item.text)];
  if (view.outcome) return [make("h5", { text: view.heading }), ...asked, outcome(view.outcome, send)];
  return [heading(view.heading), ...asked, ...question(view.item, send, hint)];
}

function render({ model, el }) {
  const view = model.get("view");
  const stage = make("div");
  const status = make("p", { kind: "status", role: "status" });
  const aside = make("p", { kind: "sr", role: "status" }); // for who cannot see that a second question has come
  let acted = false;
  let shown, timer;

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const hint = (text) => { aside.textContent = text; };
  const settle = () => {
    clearTimeout(timer);
    acted = false;
    root.removeAttribute("aria-busy");
  };
  const send = (content) => {
    if (acted) return; // the last step is still on its way
    acted = true;
    root.setAttribute("aria-busy", "true");
    timer = setTimeout(() => { settle(); say(NO_ANSWER); }, SLOW);
    model.send({ ...content, step: model.get("view").step });
  };
  const draw = () => {
    const now = model.get("view");
    const held = acted || stage.contains(document.activeElement);
    settle();
    say(now.error || now.note);
    if (shown === now.step) return;
    shown = now.step;
    hint("");
    stage.replaceChildren(...stageFor(now, send, hint));
    if (!held) return;
    const next = stage.querySelector(".rapport-heading"); // focus must not fall out of what was drawn anew
    next.focus({ preventScroll: true });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const target = next.closest(".rapport-outcome") ?? next;
    target.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  };

  const head = [make("h4", { text: view.title }), make("p", { kind: "soft", text: view.intro })];
  const root = make("section", { "aria-label": view.title, "data-lm-suppress-shortcuts": "true" },
    [...head, stage, status, aside]);
  root.className = "rapport rapport-part rapport-spot";
  el.append(root);
  model.on("change:view", draw);
  draw();
  return () => {
    clearTimeout(timer);
    model.off("change:view", draw);
  };
}

export default { render };
