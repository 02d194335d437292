/*
 * Compiles a folder of Python files for the Python that will run them: Pyodide's own, here under Node.
 * Use: node compile.mjs PYODIDE_FOLDER FOLDER. Each .py below FOLDER becomes a .pyc in its place.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const COMPILE = `
import os, py_compile
for home, _, names in os.walk("/work"):
    for name in names:
        if name.endswith(".py"):
            source = os.path.join(home, name)
            package, _, shown = os.path.relpath(source, "/work").partition(os.sep)
            # Nobody reads the docstrings of others here; the course's are texts for learners, Pyodide asks for its own.
            has_readers = package.startswith("rapport-") or shown.startswith(("pyodide/", "_pyodide/"))
            try:
                # Unchecked: the source does not come along, and times in an archive mean nothing.
                py_compile.compile(source, source + "c", dfile=shown, doraise=True,
                                   optimize=0 if has_readers else 2,
                                   invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
            except py_compile.PyCompileError:
                continue  # a template or a test of another version's grammar stays as it is
            os.remove(source)
`;

const [runtime, folder] = process.argv.slice(2).map(path => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`).href);
const pyodide = await loadPyodide({ indexURL: `${runtime}/` });
pyodide.mountNodeFS("/work", folder);
pyodide.runPython(COMPILE);
