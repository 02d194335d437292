/* Starts a lesson when it opens, so that nobody has to know about running cells. */
import { isToHandIn } from "./answers.js";
import { settle } from "./edition.js";
import { isOwn } from "./grammar.js";

/*
 * Loads the course before anything else in a new kernel, so that %%draft is known
 * whichever cell is run first. The notebook's own folder leaves the import path
 * first: a stranger's folder may hold files named like the course's packages. IPython
 * then forgets the load, since it would print a remark when the lesson's own cell asks for it.
 */
const LOAD = `
def _rapport_load():
    import os, sys
    here = os.path.realpath(os.getcwd())
    sys.path[:] = [entry for entry in sys.path if os.path.realpath(entry or here) != here]
    manager = get_ipython().extension_manager
    manager.load_extension("rapport")
    manager.loaded.discard("rapport")
_rapport_load()
del _rapport_load
`;
/* Lab cuts such a message off at 140 characters. */
const MISSING =
  "This lesson cannot load its package, Rapport. Close JupyterLab and start the course with: rapport learn";

/** Load the course into every kernel of a lesson; after the first, run the lesson's own cells. */
export function runOnOpening(panel, { notebook, apputils }) {
  const session = panel.sessionContext;
  let opened = false;

  async function begin(kernel) {
    if (!speaksPython(session, kernel)) {
      return;
    }
    const reply = await kernel.requestExecute({ code: LOAD, silent: true, allow_stdin: false }).done;
    if (reply.content.status !== "ok") {
      apputils.Notification.warning(MISSING, { autoClose: false });
    } else if (!opened && !panel.isDisposed) {
      opened = true;
      const own = panel.content.widgets.filter(isLessonCell);
      await notebook.NotebookActions.runCells(panel.content, own, session);
      await settle(kernel);
    }
  }

  const tryTo = kernel => begin(kernel).catch(console.warn);
  let restarting = false;
  session.kernelChanged.connect((_, { newValue }) => newValue && tryTo(newValue));
  session.statusChanged.connect((_, status) => {
    if (restarting && status === "idle") {
      tryTo(session.session.kernel);
    }
    restarting = status.endsWith("restarting") || (restarting && status !== "idle");
  });
  if (session.session?.kernel) {
    tryTo(session.session.kernel);
  }
}

/* An answer to hand in is read when its writer asks for it. */
const isLessonCell = cell =>
  cell.model.type === "code" && !isToHandIn(cell) && isOwn(cell.model.sharedModel.getSource());

const speaksPython = (session, kernel) =>
  session.specsManager.specs?.kernelspecs[kernel.name]?.language === "python";
