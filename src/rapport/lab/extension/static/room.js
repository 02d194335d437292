/* In a narrow window the page comes first: what Lab shows at its sides waits behind its tabs. */
const NARROW = "(max-width: 767px)";
/* Lab lays a toolbar out once in half a second and forgets what comes in between. */
const LAID_OUT = 600;

/* Lab opens its list of files a while after the page. From the first key or touch on, the reader decides. */
let isUntouched = true;
for (const touch of ["keydown", "pointerdown"]) {
  window.addEventListener(touch, () => (isUntouched = false), { capture: true, once: true });
}

/** Fold the sides away from this page: now, whenever one comes back to it, and when the window grows narrow. */
export function makeRoom({ shell, restored }, tracker, panel) {
  const narrow = matchMedia(NARROW);
  const fold = () => {
    if (narrow.matches && tracker.currentWidget === panel && hasOpenSide(shell)) {
      shell.collapseLeft();
      shell.collapseRight();
      setTimeout(() => layOut(panel), LAID_OUT);
    }
  };
  const foldAgain = () => isUntouched && fold();
  const signals = [[tracker.currentChanged, fold], [shell.layoutModified, foldAgain]].filter(([signal]) => signal);
  signals.forEach(([signal, act]) => signal.connect(act));
  narrow.addEventListener("change", fold);
  restored.then(fold);
  panel.disposed.connect(() => {
    signals.forEach(([signal, act]) => signal.disconnect(act));
    narrow.removeEventListener("change", fold);
  });
}

/* Shells without sides have none of these. */
const hasOpenSide = shell => shell.leftCollapsed === false || shell.rightCollapsed === false;

/* Else buttons for which there is room now would stay behind the three dots. */
function layOut({ isDisposed, toolbar }) {
  if (!isDisposed && !toolbar.node.contains(document.activeElement)) {
    toolbar.hide();
    toolbar.show();
  }
}
