// Draws the form for a situation of one's own; what is missing is decided in Python. All words enter as text.

function render({ model, el }) {
  const first = model.get("view");
  const status = make("p", { kind: "status", role: "status" });
  const warning = make("p", { kind: "note", role: "alert", hidden: "" });
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const { send, answered } = sender(model, say);
  const name = unique("form");
  const place = make("div", { kind: "form" });
  const own = make("div", { kind: "own" });
  let fields = [];
  let form = first.form;
  let editing = "";
  let filled = null;
  let pause;

  const unfinished = () => {
    clearTimeout(pause);
    if (!editing) model.send({ do: "unfinished", form, answers: formValues(fields) });
  };
  const save = pushButton("Keep this situation", () => {
    clearTimeout(pause);
    send({ do: "save", form, answers: formValues(fields), id: editing });
  }, { kind: "go" });
  const leave = pushButton("Leave it as it was", () => {
    editing = "";
    leave.hidden = true;
    build({});
    radios[0].focus();
  }, { hidden: "" });

  const build = (answers) => {
    fields = model.get("view").fields[form].map(formField);
    for (const one of fields) {
      one.put(answers[one.name]);
      one.box.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(unfinished, PAUSE); });
      one.box.addEventListener("blur", () => { if (pause) unfinished(); });
    }
    place.replaceChildren(...fields.map(({ node }) => node));
  };
  const radios = Object.keys(first.forms).map((value) => {
    const radio = make("input", { type: "radio", name, value });
    radio.addEventListener("change", () => {
      const typed = formValues(fields); // what both forms ask for need not be typed twice
      form = value;
      editing = "";
      leave.hidden = true;
      build(typed);
    });
    return radio;
  });
  const choice = make("fieldset", { kind: "kinds" }, [make("legend", { text: "What do you want to write?" }),
    ...radios.map((radio) =>
      make("label", { kind: "choice" }, [radio, make("span", { text: first.forms[radio.value] })]))]);

  const drawOwn = (list) => {
    const held = own.contains(document.activeElement);
    const rows = list.map(({ id, title, form: kind }) => make("li", {}, [
      make("div", { kind: "said" }, [
        make("strong", { text: title }), make("span", { kind: "soft", text: `${kind}. Name: ${id}` }),
      ]),
      make("div", { kind: "row" }, [
        pushButton("Change", () => send({ do: "open", id }), { "aria-label": `Change ${title}` }),
        pushButton("Remove", () => send({ do: "remove", id }), { "aria-label": `Remove ${title}` }),
      ]),
    ]));
    const head = make("h5", { text: "Your situations so far", tabindex: "-1" });
    own.replaceChildren(...(rows.length ? [head, make("ul", { kind: "own-list" }, rows)] : []));
    if (held) (rows.length ? head : radios[0]).focus({ preventScroll: true });
  };
  const draw = () => {
    const view = model.get("view");
    answered();
    say(view.said);
    warning.textContent = view.warning;
    warning.hidden = !view.warning;
    drawOwn(view.own);
    if (view.filled !== filled) {
      const begun = filled !== null;
      filled = view.filled;
      form = view.form;
      editing = view.id;
      leave.hidden = !editing;
      for (const radio of radios) radio.checked = radio.value === form;
      build(view.answers);
      if (begun && editing) fields[0].box.focus();
    }
    showFaults(fields, view.faults);
  };

  const part = make("section", { "aria-label": first.title, "data-lm-suppress-shortcuts": "true" }, [
    make("h4", { text: first.title }), make("p", { kind: "soft", text: first.private }), own, choice, place,
    make("div", { kind: "row" }, [save, leave]), status, warning,
  ]);
  part.className = "rapport rapport-part rapport-my-brief";
  el.append(part);
  model.on("change:view", draw);
  draw();
  return () => {
    if (pause) unfinished();
    answered();
    model.off("change:view", draw);
  };
}

export default { render };
