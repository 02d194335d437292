// Draws the two halves of a plan and the sentence that they make; which half is asked for is decided in Python.

function draw(place, told) {
  const shown = told.sentence ? [make("p", { kind: "sentence", text: told.sentence })] : [];
  place.replaceChildren(...shown);
}

function render({ model, el }) {
  const { labels } = model.get("told");
  return keepingPart({
    model, el, kind: "if-then", traits: ["if_text", "then_text"], labels: [labels.if, labels.then], draw,
  });
}

export default { render };
