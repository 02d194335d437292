/*
 * Keeps the line that names the brief, the scene or the question, whatever a learner does to the text: people
 * choose all and paste a letter over it. What they put in goes under the line instead.
 */
const NAMED = /^%%(?:draft|plan|played|reflect) +[a-z0-9]+(?:-[a-z0-9]+)* *$/;

/** An editor extension that moves a person's changes off a first line that is in order. */
export function keepFirstLine(state) {
  return state.EditorState.transactionFilter.of(change => {
    const first = change.startState.doc.line(1);
    const byHand = change.isUserEvent("input") || change.isUserEvent("delete") || change.isUserEvent("move");
    if (!change.docChanged || !byHand || !NAMED.test(first.text) || !change.changes.touchesRange(0, first.to)) {
      return change;
    }
    return [below(change, first.to), { userEvent: change.annotation(state.Transaction.userEvent) }];
  });
}

function below(change, end) {
  const { doc, lineBreak } = change.startState;
  const start = Math.min(end + 1, doc.length);
  const changes = [];
  let caret = start;
  change.changes.iterChanges((from, to, _, __, inserted) => {
    if (from > end) {
      changes.push({ from, to, insert: inserted });
      return;
    }
    const needsBreak = start === end && inserted.length > 0 && inserted.line(1).length > 0;
    const insert = (needsBreak ? lineBreak : "") + inserted.toString();
    changes.push({ from: start, to: Math.max(to, start), insert });
    caret = start + insert.length;
  });
  return { changes, selection: { anchor: caret }, scrollIntoView: true };
}
