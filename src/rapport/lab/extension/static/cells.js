/* Meets each code cell of a notebook once, those added later too. */

/** Call `meet` for every code cell widget of a notebook as soon as its editor is there. */
export function eachCodeCell(notebook, meet) {
  const met = new WeakSet();
  const look = () => {
    for (const cell of notebook.widgets) {
      if (cell.model.type === "code" && !met.has(cell)) {
        met.add(cell);
        cell.ready.then(() => cell.isDisposed || meet(cell));
      }
    }
  };
  notebook.model.cells.changed.connect(look);
  look();
}

/** Call `look` now and soon after every change of the cell's text or metadata. */
export function follow(cell, look) {
  /* Not at once: an editor may not be changed again while it tells of a change. */
  const soon = () => queueMicrotask(() => cell.isDisposed || look());
  cell.model.contentChanged.connect(soon);
  cell.model.metadataChanged.connect(soon);
  look();
}
