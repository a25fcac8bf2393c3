// @ts-check
// What went wrong is read first.

/** @param {HTMLElement} summary */
export default function errors(summary) {
  summary.focus();
}
