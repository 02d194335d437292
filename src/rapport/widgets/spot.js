// Draws the `view` of the messages to judge and says what the learner chose.

function message([before, quote, after]) {
  const words = quote ? [before, make("mark", { text: quote }), after] : [before];
  return make("blockquote", { kind: "message" }, words);
}

function asking(item, send, hint) {
  return question({
    legend: "What do you see?",
    options: item.offered.map(({ answer, label }) => ({ value: answer, content: [label] })),
    sureness: item.sureness,
    commit: (answer, sure) => send({ do: "answer", answer, sure }),
    hint,
  });
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
  return [heading(view.heading), ...asked, ...asking(view.item, send, hint), ...hints(view.item.hints)];
}

function render({ model, el }) {
  return stepPart({ model, el, kind: "spot", stageFor });
}

export default { render };
