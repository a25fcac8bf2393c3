// @ts-check
// Notes that a new comment was seen, once it is in sight: the form below it does the same for readers without script.

/** @param {HTMLElement} element the form */
export default function seen(element) {
  const form = /** @type {HTMLFormElement} */ (element);
  const button = /** @type {HTMLElement} */ (form.querySelector('button'));
  const watch = new IntersectionObserver(changes => {
    if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    // Where it leads afterwards is for readers without script. One that does not arrive leaves the comment new, and the button there.
    fetch(form.action, { method: 'POST', body: new FormData(form), redirect: 'manual', keepalive: true })
      .then(({ type }) => { if (type === 'opaqueredirect') button.hidden = true; }, () => {});
  });
  watch.observe(form);
}
