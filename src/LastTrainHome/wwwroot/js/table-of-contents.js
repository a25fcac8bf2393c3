// @ts-check
// Marks the current entry in a table of contents while the page scrolls, and the entries already passed.

/** @param {HTMLElement} nav a list of links to places on this page */
export default function tableOfContents(nav) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...nav.querySelectorAll('a[href^="#"]')]);
  const places = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const list = /** @type {HTMLElement | null} */ (nav.querySelector('ol'));
  let shown = -2;

  function mark() {
    const here = places.findLastIndex(place => place && place.getBoundingClientRect().top < innerHeight * 0.4);
    if (here === shown) return;
    shown = here;
    links.forEach((link, number) => {
      link.classList.toggle('behind', number < here);
      places[number]?.classList.toggle('reached', number <= here);
      if (number === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
    reveal();
  }

  function reveal() {
    if (shown >= 0 && list) list.scrollLeft += links[shown].getBoundingClientRect().left - list.clientWidth / 4;
  }

  // Entries change when a heading crosses two fifths of the window. Everything above counts as inside, so that no jump is missed.
  const line = new IntersectionObserver(mark, { rootMargin: '999999px 0px -60% 0px' });
  for (const place of places) if (place) line.observe(place);

  // On a small screen the list sticks to the upper edge as one line. Its space is kept, so that nothing moves.
  if (!nav.classList.contains('stops')) return;
  new IntersectionObserver(([room]) => {
    const isPast = !room.isIntersecting && room.boundingClientRect.top < 0;
    nav.style.minBlockSize = isPast && matchMedia('(max-width: 63.99rem)').matches ? `${room.boundingClientRect.height}px` : '';
    nav.classList.toggle('stuck', isPast);
    reveal();
  }).observe(nav);
}
