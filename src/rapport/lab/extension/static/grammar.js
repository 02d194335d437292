/*
 * Which cells are the course's own.
 *
 * Only these are run when a notebook opens, and only these are ever hidden, so
 * that a notebook from a stranger neither runs nor hides a stranger's code. The
 * grammar admits whole cells and names every character it allows: IPython splits
 * lines at more characters than a newline, and a string with a slash could name
 * a file on another machine.
 */
const LITERAL = String.raw`(?:"[\p{L}\p{N} _.,-]*"|'[\p{L}\p{N} _.,-]*'|-?\d+(?:\.\d+)?|True|False|None)`;
const ARGUMENT = `(?:[a-z_]+ ?= ?)?${LITERAL}`;
const CALL = String.raw`rapport\.[a-z][a-z_]*\( *(?:${ARGUMENT}(?: *, *${ARGUMENT})*)? *\)`;
const LINE = new RegExp(String.raw`^(?:%(?:re)?load_ext rapport|import rapport|${CALL})? *$`, "u");
/* Not %%played and %%reflect: one writes into the page, the other keeps a text; both must be asked for. */
const ANSWER = /^%%(?:draft|plan) +[a-z0-9]+(?:-[a-z0-9]+)* *(?:\n[^]*)?$/;

/** Whether every line of a cell's source loads the course or calls it with plain names and numbers. */
export const isCall = source => source.trim() !== "" && source.split("\n").every(line => LINE.test(line));

/** Whether a cell's source is a learner's text under a line that names its brief. */
export const isAnswer = source => ANSWER.test(source);

/** Whether a cell may be run without being asked. */
export const isOwn = source => isCall(source) || isAnswer(source);
