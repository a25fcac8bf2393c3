// @ts-check
// A new class's clock is, as a rule, the teacher's own.

/** @param {HTMLElement} mark beside the choice */
export default function zone(mark) {
  const choice = /** @type {HTMLSelectElement} */ (mark.parentElement?.querySelector('select'));
  const here = own();
  // Browsers still say Calcutta where the list says Kolkata: a zone is known by what the browser itself makes of it.
  const option = [...choice.options].find(one => one.value === here) ?? [...choice.options].find(one => own(one.value) === here);
  if (option) option.selected = true;
}

/** What the browser calls a zone; without one, its own.
 * @param {string} [timeZone] */
function own(timeZone) {
  try {
    return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return ''; // one it has not heard of
  }
}
