// @ts-check
// A button that copies a field's text. Without script it is hidden, and the text can be selected.

/** @param {HTMLElement} button with data-copy, the field's id */
export default function copyButton(button) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById(button.dataset.copy ?? ''));
  if (!field) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Press Ctrl+C to copy it'; // the browser did not allow it
    }
  });
}
