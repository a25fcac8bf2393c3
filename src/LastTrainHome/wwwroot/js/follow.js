// @ts-check
// Contents that follow the scroll: the stop one has reached is lit, those behind it are filled.

/** @param {HTMLElement} nav a list of links to places on this page */
export default function follow(nav) {
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

  // A place crosses the line at two fifths of the window: only then does anything change. Everything above counts as within, so that no leap misses it.
  const line = new IntersectionObserver(mark, { rootMargin: '999999px 0px -60% 0px' });
  for (const place of places) if (place) line.observe(place);

  // Scrolled past on a small screen, the list stays as one line at the upper edge. Its room is kept, so that nothing moves.
  if (!nav.classList.contains('stops')) return;
  new IntersectionObserver(([room]) => {
    const isPast = !room.isIntersecting && room.boundingClientRect.top < 0;
    nav.style.minBlockSize = isPast && matchMedia('(max-width: 63.99rem)').matches ? `${room.boundingClientRect.height}px` : '';
    nav.classList.toggle('stuck', isPast);
    reveal();
  }).observe(nav);
}
