// @ts-check
// Preselects the browser's time zone, which is usually right for a new class.

/** @param {HTMLElement} mark beside the choice */
export default function timeZone(mark) {
  const choice = /** @type {HTMLSelectElement} */ (mark.parentElement?.querySelector('select'));
  const here = own();
  // Browsers still say Calcutta where the list says Kolkata, so zones are compared as the browser resolves them.
  const option = [...choice.options].find(one => one.value === here) ?? [...choice.options].find(one => own(one.value) === here);
  if (option) option.selected = true;
}

/** The browser's name for a zone; without an argument, for its own.
 * @param {string} [timeZone] */
function own(timeZone) {
  try {
    return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return ''; // unknown to this browser
  }
}
