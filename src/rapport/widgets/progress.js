// Shows the card that Python made. It is read as a document of its own first, in which no script runs.

function render({ model, el }) {
  const root = make("section", { "aria-label": model.get("label") });
  root.className = "rapport rapport-part rapport-progress";
  const made = new DOMParser().parseFromString(model.get("card"), "text/html");
  root.append(...made.body.childNodes);
  el.append(root);
}

export default { render };
