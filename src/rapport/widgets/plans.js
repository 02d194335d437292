// Shows the learner's plans. Their words enter the page as text only, never as HTML.

function render({ model, el }) {
  const { title, plans, empty } = model.get("view");
  const rows = plans.map((row) => make("div", {}, [make("dt", { text: row.title }), make("dd", { text: row.plan })]));
  const shown = empty ? make("p", { text: empty }) : make("dl", {}, rows);
  const root = make("section", { "aria-label": title }, [make("h4", { text: title }), shown]);
  root.className = "rapport rapport-part rapport-plans";
  el.append(root);
}

export default { render };
