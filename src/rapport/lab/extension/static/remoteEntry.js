/*
 * The container that JupyterLab loads. Lab's build tools would generate one;
 * this is the same contract by hand, so that no build step is needed:
 * `init` is given the packages that Lab shares, `get` hands out our modules.
 */
(() => {
  "use strict";

  const here = document.currentScript.src.replace(/[?#].*$/, "").replace(/[^/]*$/, "");
  let scope = {};

  const isNewer = (one, other) => {
    const [a, b] = [one, other].map(version => version.split(/[.+-]/).map(Number));
    const at = a.findIndex((part, index) => part !== b[index]);
    return at >= 0 && a[at] > (b[at] ?? -1);
  };

  /* Lab keeps one copy of a shared package: the one loaded already, else the newest. */
  async function shared(name) {
    const versions = Object.entries(scope[name] ?? {});
    if (!versions.length) {
      throw new Error(`JupyterLab does not share ${name}`);
    }
    const [, chosen] = versions.reduce((best, next) => {
      if (Boolean(best[1].loaded) !== Boolean(next[1].loaded)) {
        return best[1].loaded ? best : next;
      }
      return isNewer(next[0], best[0]) ? next : best;
    });
    return (await chosen.get())();
  }

  async function extension() {
    const [{ plugin }, notebook, apputils, settings, state, view] = await Promise.all([
      import(`${here}plugin.js`),
      shared("@jupyterlab/notebook"),
      shared("@jupyterlab/apputils"),
      shared("@jupyterlab/settingregistry"),
      shared("@codemirror/state"),
      shared("@codemirror/view")
    ]);
    return { __esModule: true, default: plugin({ notebook, apputils, settings, state, view }) };
  }

  function style() {
    return new Promise((resolve, reject) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "stylesheet", href: `${here}style.css`, onload: () => resolve({}), onerror: reject });
      document.head.append(link);
    });
  }

  const modules = { "./extension": extension, "./style": style };

  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB["rapport-lab"] = {
    init: given => {
      scope = given;
    },
    get: async name => {
      const module = await modules[name]();
      return () => module;
    }
  };
})();
