// Draws the `view` of the situations and says where the learner stands.

function lettered(letter, text) {
  return letter ? [make("b", { kind: "letter", text: letter }), make("span", { text })] : [make("span", { text })];
}

// The answers, with a line of one's own where it depends.
function asking(asked, send, hint) {
  const note = unique("note");
  let line = "";
  const own = field({ label: asked.on, text: "", describedby: note, send: (text) => { line = text; } });
  const below = make("p", { kind: "soft", id: note, text: asked.note });
  const place = make("div", { kind: "on", hidden: "" }, [own.node, below]);
  return question({
    legend: asked.question,
    options: asked.options.map(({ choice, letter, label }) => ({ value: choice, content: lettered(letter, label) })),
    sureness: asked.sureness,
    between: [place],
    chosen: (choice) => {
      place.hidden = choice !== "depends";
      if (!place.hidden) hint("A field comes next: on what does it depend? After it, say how sure you are.");
    },
    commit: (choice, sure) => {
      own.now();
      send({ do: "commit", choice, sure, on: line });
    },
    hint,
  });
}

function side({ letter, says, source }) {
  return make("li", { kind: "side" }, [
    make("p", { kind: "lettered" }, lettered(letter, says)), make("p", { kind: "cite", text: `From ${source}.` }),
  ]);
}

// What could be answered, where it has been: the learner's own is marked.
function answered(options, yours) {
  const rows = options.filter(({ letter }) => letter).map(({ choice, letter, label }) => {
    const tag = choice === yours.choice ? [" ", make("span", { kind: "tag", text: yours.label })] : [];
    const words = make("span", {}, [label, ...tag]);
    return make("li", { kind: "lettered" }, [make("b", { kind: "letter", text: letter }), words]);
  });
  return make("ul", { kind: "answered" }, rows);
}

function finding({ bears, care, by, study, source }) {
  const limits = care.map((text) => make("p", { kind: "care", text }));
  const more = [make("summary", { text: by }), make("p", { text: study }), make("p", { kind: "cite", text: source })];
  return make("li", {}, [make("p", { text: bears }), ...limits, make("details", {}, more)]);
}

function ours({ heading: title, text, note }) {
  return make("div", { kind: "ours" }, [
    make("h5", { text: title }), make("p", { text }), make("p", { kind: "cite", text: note }),
  ]);
}

function comparison(told) {
  return [
    make("h5", { text: told.articles }),
    make("ul", { kind: "sides" }, told.sides.map(side)),
    make("h5", { text: told.research }),
    make("p", { kind: "soft", text: told.invented }),
    make("ul", { kind: "evidence" }, told.findings.map(finding)),
    ...told.footnotes.map((text) => make("p", { kind: "cite", text })),
    ...told.ours.map(ours),
  ];
}

function outcome(view, send, hint) {
  const { told, asked } = view;
  const again = make("details", { kind: "otherwise" }, [
    make("summary", { text: told.otherwise }), ...asking(asked, send, hint),
  ]);
  const go = told.next ? [button(told.next, () => send({ do: "next" }), "go")] : [];
  return [
    make("div", { kind: "outcome" }, [heading(told.heading), ...told.said.map((text) => make("p", { text }))]),
    ...comparison(told),
    again,
    ...(told.rest ? [make("p", { kind: "note", text: told.rest })] : []),
    ...(go.length ? [make("div", { kind: "row" }, go)] : []),
  ];
}

// The heading of a question, and the way to all answers beside it.
function top(title, view, send) {
  const all = view.all ? [button(view.all, () => send({ do: "overview" }), "quiet")] : [];
  return make("div", { kind: "top" }, [title, ...all]);
}

function overview({ heading: title, summary, rows, go }, send) {
  const items = rows.map(({ which, title: name, said, text, before, open }) => {
    const act = button(open, () => send({ do: "open", which }));
    act.setAttribute("aria-label", `${open}: ${name}`);
    const lines = [said, text, before].filter(Boolean).map((line) => make("p", { kind: "soft", text: line }));
    return make("li", {}, [make("div", {}, [make("strong", { text: name }), ...lines]), act]);
  });
  const on = go ? [make("div", { kind: "row" }, [button(go, () => send({ do: "next" }), "go")])] : [];
  const lines = summary.map((text) => make("p", { text }));
  return make("div", { kind: "end" }, [heading(title), ...lines, ...on, make("ul", { kind: "answers" }, items)]);
}

function stageFor(view, send, hint) {
  if (view.overview) return [overview(view.overview, send)];
  const { asked, told } = view;
  const situation = make("p", { kind: "situation", text: asked.situation });
  if (told) {
    const title = make("h5", { text: [view.heading, told.title].filter(Boolean).join(": ") });
    return [top(title, view, send), situation, make("p", { kind: "asked", text: asked.question }),
      answered(asked.options, told.yours), ...outcome(view, send, hint)];
  }
  return [top(heading(view.heading || asked.question), view, send), situation, ...asking(asked, send, hint)];
}

function render({ model, el }) {
  return stepPart({ model, el, kind: "dilemma", stageFor });
}

export default { render };
