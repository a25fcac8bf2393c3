// @ts-check
// A card's QR code opens this page with the four words in the fragment, which is never sent. They are moved from the address to the field.

/** @param {HTMLElement} form */
export default function signInCard(form) {
  const words = decodeURIComponent(location.hash.slice(1)).toLowerCase();
  if (!/^[a-z]+(-[a-z]+){3}$/.test(words)) return;
  history.replaceState(null, '', location.pathname + location.search);
  /** @type {HTMLInputElement} */ (form.querySelector('[name=Card]')).value = words.replaceAll('-', ' ');
  form.querySelector('button')?.focus();
}
