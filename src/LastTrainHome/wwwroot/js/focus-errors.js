// @ts-check
// Moves the focus to the summary of errors, so that it is read first.

/** @param {HTMLElement} summary */
export default function focusErrors(summary) {
  summary.focus();
}
