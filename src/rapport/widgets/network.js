// Draws the learner's map and says what they did to it. All words enter the page as text, never as HTML.

function legend() {
  const rows = [["filled", "in touch this year"], ["hollow", "longer ago"], ["chosen", "chosen to write to"]];
  return make("ul", { kind: "legend-list", "aria-hidden": "true" }, rows.map(([kind, text]) =>
    make("li", {}, [make("i", { kind }), text])));
}

// Someone chosen says why; the reason is sent after a pause, on Enter and when the field is left.
function reasonField(person, send) {
  const why = field({
    label: `Why ${person.name}?`, text: person.reason, send: (text) => send({ do: "reason", id: person.id, text }),
  });
  why.node.querySelector("textarea").removeAttribute("aria-describedby");
  return why;
}

function personRow(person, act) {
  const box = make("input", { type: "checkbox", id: unique("choose") });
  box.checked = person.chosen;
  box.addEventListener("change", () => act.choose(person, box.checked));
  const kind = person.dormant ? "badge hollow" : "badge";
  const badge = make("span", { kind, "aria-hidden": "true", text: person.mark });
  const said = [make("strong", { text: person.name }), make("span", { kind: "soft", text: person.line })];
  if (person.give) said.push(make("span", { kind: "give", text: `You could give: ${person.give}` }));
  const buttons = make("div", { kind: "row" }, [
    pushButton("Change", () => act.edit(person), { "aria-label": `Change ${person.name}` }),
    pushButton("Remove", () => act.remove(person), { "aria-label": `Remove ${person.name}` }),
  ]);
  const pick = make("label", { kind: "pick", for: box.id }, [box, make("span", { text: "Write to them" })]);
  pick.append(make("span", { kind: "sr", text: `: ${person.name}` }));
  const row = make("li", { kind: "person" }, [badge, make("div", { kind: "said" }, said), pick, buttons]);
  row.dataset.person = person.id;
  return row;
}

function render({ model, el }) {
  const first = model.get("view");
  const status = make("p", { kind: "status", role: "status" });
  const warning = make("p", { kind: "note", role: "alert", hidden: "" });
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const { send, answered } = sender(model, say);

  const fields = first.fields.map(formField);
  let editing = null;
  let formOpen = first.done;
  const formHead = make("h5", { text: "Add somebody" });
  const save = pushButton("Add", () => submit(), { kind: "go" });
  const leave = pushButton("Leave as it was", () => { stopEditing(); fields[0].box.focus(); }, { hidden: "" });
  const fill = (person) => {
    for (const one of fields) { one.put(person?.[one.name]); one.fault(""); }
  };
  const submit = () => send(editing === null ? { do: "add", person: formValues(fields) }
    : { do: "change", id: editing, person: formValues(fields) });
  const stopEditing = () => {
    editing = null;
    formHead.textContent = "Add somebody";
    save.textContent = "Add";
    leave.hidden = true;
    fill(null);
  };
  for (const { box } of fields) {
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && box.tagName === "INPUT" && !event.isComposing) { event.preventDefault(); submit(); }
    });
  }
  const act = {
    choose: (person, chosen) => send({ do: "choose", id: person.id, chosen }),
    remove: (person) => { if (editing === person.id) stopEditing(); send({ do: "remove", id: person.id }); },
    edit: (person) => {
      editing = person.id;
      formHead.textContent = `Change ${person.name}`;
      save.textContent = "Save the change";
      leave.hidden = false;
      fill(person);
      fields[0].box.focus();
    },
  };

  const list = make("ul", { kind: "people" });
  const listHead = make("h5", { tabindex: "-1" });
  const undo = pushButton("Take back", () => send({ do: "undo" }));
  const frame = make("div", { kind: "map-frame" });
  const words = make("div", { kind: "words" });
  const chosen = make("p", { kind: "chosen-line" });
  const clear = pushButton("Delete the whole map", () => { stopEditing(); send({ do: "clear" }); });
  const deleting = make("details", {}, [make("summary", { text: "Delete everything here" }),
    make("p", { text: "The list and its file go. You can take it back until you close this page." }), clear]);
  let rows = new Map(); // by person: a row that stays the same keeps its place, its focus and what is being typed in it

  const rowFor = (person) => {
    const known = rows.get(person.id);
    const key = JSON.stringify({ ...person, reason: "" });
    const why = person.chosen ? known?.why ?? reasonField(person, send) : undefined;
    why?.take(person.reason);
    if (known?.key === key) return known;
    if (!why) known?.why?.now();
    const row = personRow(person, act);
    if (why) row.append(why.node);
    return { key, row, why };
  };
  const drawList = (people) => {
    const held = list.contains(document.activeElement) ? document.activeElement : null;
    const at = held?.closest("li").dataset.person;
    const which = held && [...held.closest("li").querySelectorAll("input, button, textarea")].indexOf(held);
    rows = new Map(people.map((person) => [person.id, rowFor(person)]));
    const nodes = [...rows.values()].map(({ row }) => row);
    if (nodes.length === list.children.length && nodes.every((node, index) => node === list.children[index])) return;
    list.replaceChildren(...nodes);
    if (!held) return;
    const again = list.querySelector(`[data-person="${at}"]`);
    const inside = again && [...again.querySelectorAll("input, button, textarea")];
    (inside?.[Math.min(which, inside.length - 1)] ?? listHead).focus({ preventScroll: true });
  };
  const draw = () => {
    const view = model.get("view");
    answered();
    listHead.textContent = view.heading;
    say(view.fault && !view.fault.field ? view.fault.text : view.said);
    warning.textContent = view.warning;
    warning.hidden = !view.warning;
    if (!view.undo && undo === document.activeElement) listHead.focus({ preventScroll: true });
    undo.hidden = !view.undo;
    undo.setAttribute("aria-label", view.undo);
    if (!view.people.length && deleting.contains(document.activeElement)) listHead.focus({ preventScroll: true });
    deleting.hidden = !view.people.length;
    chosen.textContent = view.chosen;
    if (view.fault?.field) showFaults(fields, { [view.fault.field]: view.fault.text });
    else if (view.done !== formOpen) { formOpen = view.done; stopEditing(); fields[0].box.focus(); }
    drawList(view.people);
    frame.replaceChildren(drawn(view.picture));
    words.replaceChildren(...view.words.map((text) => make("p", { text })));
    if (view.questions.length) {
      words.append(make("h5", { text: "To think about" }),
        make("ul", {}, view.questions.map((text) => make("li", { text }))));
    }
  };

  const form = make("div", { kind: "form", role: "group", "aria-label": "Somebody you know" }, [
    formHead, ...fields.map(({ node }) => node), make("div", { kind: "row" }, [save, leave]),
  ]);
  const editor = make("div", { kind: "editor" }, [form, make("div", { kind: "line" }, [status, undo])]);
  const shown = make("div", { kind: "shown" }, [frame, legend(), words]);
  const part = make("section", { "aria-label": first.title, "data-lm-suppress-shortcuts": "true" }, [
    make("h4", { text: first.title }), make("p", { kind: "soft", text: first.private }), warning,
    make("div", { kind: "sides" }, [editor, shown]),
    listHead, chosen, list, deleting,
  ]);
  part.className = "rapport rapport-part rapport-network";
  el.append(part);
  model.on("change:view", draw);
  draw();
  return () => {
    for (const { why } of rows.values()) why?.now();
    answered();
    model.off("change:view", draw);
  };
}

export default { render };
