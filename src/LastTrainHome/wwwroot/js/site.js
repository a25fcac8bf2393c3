// @ts-check
// The one module every page loads. It fetches the others when they are first used.

/** Lets an element's own module take it up: /js/NAME.js for data-module="NAME".
 * @param {HTMLElement} element */
async function enliven(element) {
  const { default: take } = await import(`/js/${element.dataset.module}.js`);
  take(element);
}

for (const element of document.querySelectorAll('[data-module]')) enliven(/** @type {HTMLElement} */ (element));
