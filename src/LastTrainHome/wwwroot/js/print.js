// @ts-check
// A button that prints. Without script it does not show.

/** @param {HTMLElement} button */
export default function print(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
