/* The button under an answer, for people who have never run a cell. */

/**
 * A bar with the button and, beside it, what became of pressing it; `read` resolves to whether it worked.
 * `name` is a function that says what stands on the button.
 */
export function readButton(read) {
  const [bar, button, status] = ["div", "button", "span"].map(tag => document.createElement(tag));
  bar.className = "rapport-read";
  button.type = "button";
  button.title = "Shift+Enter does the same";
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    status.textContent = "Reading…";
    const done = await read();
    status.textContent = done ? "Done. See below." : "That did not work. If nothing is said below, try again.";
    /* A play that came into the box has pushed the button down. */
    bar.scrollIntoView({ block: "nearest" });
  });
  bar.append(button, status);
  return {
    bar,
    name: words => {
      if (button.textContent !== words) {
        button.textContent = words;
      }
    }
  };
}
