/*
 * What is different where the whole course runs inside the browser (JupyterLite, deploy/lite).
 *
 * There a browser keeps its own copy of every page that was opened, and shows it for ever. Where the site has
 * a newer version of that page, a notice offers it; answers come along, and the old page is kept beside it.
 */
const root = document.getElementById("jupyter-config-data")?.dataset.jupyterLiteRoot;

/** Whether this is the browser edition. */
export const isInBrowser = root !== undefined;

/* What a page needs only later on; naming it in Python makes the kernel load it. */
const LATER = "import icalendar";
const NEWER = "The course has a newer version of this page. Your answers come along, and your old page is kept too.";

/**
 * To be called before Lab starts. JupyterLite removes a worker unless this browser noted its version, which it
 * does only afterwards; without a network no other worker could take its place.
 */
export function keepWorker() {
  const worker = isInBrowser && navigator.serviceWorker?.controller;
  if (worker) {
    const { appVersion } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
    localStorage.setItem(`${worker.scriptURL}-version`, appVersion);
  }
}

/** Once a lesson runs: load the rest of the kernel, and have the site kept for days without a network. */
export async function settle(kernel) {
  if (!isInBrowser) {
    return;
  }
  await kernel.requestExecute({ code: LATER, silent: true, store_history: false }).done;
  const worker = await navigator.serviceWorker?.ready;
  worker?.active.postMessage("rapport: keep the site");
  /* Else a browser that is short of room may throw drafts away. */
  await navigator.storage?.persist?.();
}

/** Say so where the site has a newer version of this page than the learner's own copy. */
export async function offerNewer(app, panel, { apputils }) {
  const { path, model } = panel.context;
  const found = isInBrowser && (await fetch(siteAddress(path), { cache: "no-cache" }).catch(() => undefined));
  if (!found?.ok) {
    return; // a page of the learner's own, or no network
  }
  const site = await found.json();
  const version = site.metadata.rapport?.version;
  if (version && version !== model.getMetadata("rapport")?.version && !panel.isDisposed) {
    const id = apputils.Notification.emit(NEWER, "info", {
      autoClose: false,
      actions: [{ label: "Get the new page", callback: () => replace(app, panel, site).catch(console.error) }]
    });
    panel.disposed.connect(() => apputils.Notification.dismiss(id));
  }
}

async function replace(app, panel, site) {
  const { contents } = app.serviceManager;
  const { path } = panel.context;
  await panel.context.save();
  const content = withAnswers(site, panel.context.model.toJSON());
  const kept = await freeName(contents, path);
  await panel.sessionContext.shutdown();
  panel.dispose();
  await contents.rename(path, kept);
  await contents.save(path, { type: "notebook", format: "json", content });
  await app.commands.execute("docmanager:open", { path });
}

/** The site's page with the learner's answers in their places. */
export function withAnswers(site, own) {
  const answers = new Map(own.cells.filter(gradeId).map(cell => [gradeId(cell), cell.source]));
  const cells = site.cells.map(cell =>
    answers.has(gradeId(cell)) ? { ...cell, source: answers.get(gradeId(cell)) } : cell
  );
  return { ...site, cells };
}

async function freeName(contents, path) {
  const stem = path.replace(/\.ipynb$/, "");
  for (let number = 1; ; number++) {
    const name = `${stem} (old ${number}).ipynb`;
    if (!(await contents.get(name, { content: false }).catch(() => undefined))) {
      return name;
    }
  }
}

const siteAddress = path =>
  new URL(`files/${path.split("/").map(encodeURIComponent).join("/")}`, new URL(`${root}/`, document.baseURI));
const gradeId = cell => cell.metadata?.nbgrader?.solution === true && cell.metadata.nbgrader.grade_id;
