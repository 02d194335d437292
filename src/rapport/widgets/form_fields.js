// Labelled fields of a form, with help and faults at the field. What a fault says is decided in Python.

// One field: `options` makes it a choice, `rows` above 1 a text of several lines; `get`, `put` and `fault` work it.
function formField({ name, label, help, options, rows = 1, longest }) {
  const id = unique(name);
  const described = help ? `${id}-help ${id}-fault` : `${id}-fault`;
  const shared = { id, "aria-describedby": described };
  const box = options ? make("select", shared, [
    make("option", { value: "", text: "Choose …" }),
    ...options.map(([value, text]) => make("option", { value, text })),
  ]) : rows > 1 ? make("textarea", { ...shared, rows, spellcheck: "true", lang: "en" })
    : make("input", { ...shared, type: "text", autocomplete: "off", spellcheck: "true", lang: "en" });
  if (rows > 1) box.style.minHeight = `${1.5 * rows + 1.2}em`; // the field grows with its text from here
  if (longest) box.setAttribute("maxlength", longest);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.stopPropagation(); // the notebook would run the cell
  });
  const fault = make("p", { kind: "fault", id: `${id}-fault` });
  const parts = [make("label", { for: id, text: label })];
  if (help) parts.push(make("p", { kind: "help", id: `${id}-help`, text: help }));
  const node = make("div", { kind: `field field-${name}` }, [...parts, box, fault]);
  return {
    name, node, box,
    get: () => box.value,
    put: (value) => { box.value = value ?? ""; },
    fault: (text) => {
      fault.textContent = text ?? "";
      box.toggleAttribute("aria-invalid", Boolean(text));
      if (text) box.setAttribute("aria-invalid", "true");
    },
  };
}

// What the fields of a form hold, by name.
function formValues(fields) {
  return Object.fromEntries(fields.map((one) => [one.name, one.get()]));
}

// Show the faults at their fields and go to the first one.
function showFaults(fields, faults) {
  for (const one of fields) one.fault(faults[one.name]);
  fields.find((one) => faults[one.name])?.box.focus();
}

function pushButton(text, act, { kind = "", ...attributes } = {}) {
  const node = make("button", { type: "button", kind, text, ...attributes });
  node.addEventListener("click", act);
  return node;
}

// Sends what the learner did and says so if no answer comes.
function sender(model, say) {
  let patience;
  const send = (content) => {
    clearTimeout(patience);
    patience = setTimeout(() => say(SILENT), PATIENCE);
    model.send(content);
  };
  return { send, answered: () => clearTimeout(patience) };
}
