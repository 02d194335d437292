// What parts share that ask one thing at a time: a question with an answer and how sure one is of it, and the way from
// step to step. All text is set as text, never as HTML.

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

function choices(legend, options, chosen) {
  const name = unique("answer");
  const rows = options.map(({ value, content }) => {
    const radio = make("input", { type: "radio", name, value });
    radio.addEventListener("change", () => chosen(value));
    return make("label", { kind: "choice" }, [radio, make("span", {}, content)]);
  });
  return make("fieldset", {}, [make("legend", { text: legend }), ...rows]);
}

// First what it is, then how sure: the second question comes when the first has its answer. Whatever stands `between`
// the two is told of each choice by `chosen`.
function question({ legend, options, sureness, commit, hint, between = [], chosen = () => {} }) {
  let answer;
  const buttons = sureness.map(({ sure, label }) => button(label, () => commit(answer, sure)));
  const second = make("fieldset", { hidden: "" }, [
    make("legend", { text: "How sure are you?" }), make("div", { kind: "row" }, buttons),
  ]);
  const first = choices(legend, options, (value) => {
    answer = value;
    const isNew = second.hidden;
    second.hidden = false;
    if (isNew) hint("Now say how sure you are. The three buttons come next.");
    chosen(value);
    if (isNew) second.scrollIntoView({ block: "nearest" });
  });
  return [first, ...between, second];
}

// Draws `view` anew whenever its step has changed; `stageFor` makes the nodes of one step.
function stepPart({ model, el, kind, stageFor }) {
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
  root.className = `rapport rapport-part rapport-stepped rapport-${kind}`;
  el.append(root);
  model.on("change:view", draw);
  draw();
  return () => {
    clearTimeout(timer);
    model.off("change:view", draw);
  };
}
