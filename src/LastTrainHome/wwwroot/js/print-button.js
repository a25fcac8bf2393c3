// @ts-check
// A button that prints. Without script it is hidden.

/** @param {HTMLElement} button */
export default function printButton(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
