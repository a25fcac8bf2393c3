// @ts-check
// A small link at the end of each paragraph. It leads to the paragraph's address, and a click copies it as well.

/** @param {HTMLElement} text */
export default function paragraphLinks(text) {
  const said = document.createElement('p');
  said.className = 'unseen';
  said.setAttribute('role', 'status');
  text.after(said);

  [...text.querySelectorAll(':scope > p, .perspective > p:not(.who)')].forEach((paragraph, number) => {
    const id = paragraph.querySelector('[id]')?.id;
    if (!id) return;
    const anchor = document.createElement('a');
    anchor.className = 'anchor';
    anchor.href = `#${id}`;
    anchor.textContent = '¶';
    anchor.translate = false;
    anchor.setAttribute('aria-label', `Link to paragraph ${number + 1}`);
    anchor.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(anchor.href);
      } catch {
        return; // not allowed: the address bar has it
      }
      anchor.classList.add('copied');
      said.textContent = 'Link copied';
      anchor.addEventListener('blur', () => { anchor.classList.remove('copied'); said.textContent = ''; }, { once: true });
    });
    paragraph.append(anchor);
  });
}
