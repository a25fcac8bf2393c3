// @ts-check
// A card's QR code opens this page with the four words behind #, which the browser keeps to itself: they go into the field, and out of the address.

/** @param {HTMLElement} form */
export default function card(form) {
  const words = decodeURIComponent(location.hash.slice(1)).toLowerCase();
  if (!/^[a-z]+(-[a-z]+){3}$/.test(words)) return;
  history.replaceState(null, '', location.pathname + location.search);
  /** @type {HTMLInputElement} */ (form.querySelector('[name=Card]')).value = words.replaceAll('-', ' ');
  form.querySelector('button')?.focus();
}
