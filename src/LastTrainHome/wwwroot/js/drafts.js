// @ts-check
// Drafts that this device keeps: told before signing out, and removed after it.

const prefix = 'study:draft:';

/** @param {HTMLElement} element with data-done once somebody has signed out */
export default function drafts(element) {
  for (const shelf of [localStorage, sessionStorage]) {
    const names = Object.keys(shelf).filter(name => name.startsWith(prefix));
    if (element.dataset.done !== undefined) for (const name of names) shelf.removeItem(name);
    else if (names.length > 0) element.hidden = false;
  }
}
