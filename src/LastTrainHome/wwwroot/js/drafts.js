// @ts-check
// A student's unsent drafts on this device: announced before signing out and removed after it. Other students' drafts stay.

/** @param {HTMLElement} element with data-of, how the names of this student's drafts begin, and data-done once signed out */
export default function drafts(element) {
  const { of, done } = element.dataset;
  if (!of) return;
  for (const shelf of [localStorage, sessionStorage]) {
    const names = Object.keys(shelf).filter(name => name.startsWith(`study:draft:${of}`));
    if (done !== undefined) for (const name of names) shelf.removeItem(name);
    else if (names.length > 0) element.hidden = false;
  }
}
