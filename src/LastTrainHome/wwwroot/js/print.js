// @ts-check

/** @param {HTMLButtonElement} button */
export default function print(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
