// @ts-check
// Touching a chart shows the value of the nearest point and follows the finger along the line. A second press opens the point's row.

/** @param {HTMLElement} panels */
export default function chart(panels) {
  for (const svg of panels.querySelectorAll('svg.chart')) read(/** @type {SVGSVGElement} */ (svg));
}

/** @param {SVGSVGElement} svg */
function read(svg) {
  const points = /** @type {SVGAElement[]} */ ([...svg.querySelectorAll('a:not(.whole)')]);
  /** @type {SVGAElement | undefined} */
  let shown;
  let isSecond = false;

  /** @param {PointerEvent} finger */
  function show({ clientX, clientY, pointerType, type }) {
    if (pointerType === 'mouse') return;
    const far = points.map(point => {
      const dot = /** @type {Element} */ (point.querySelector('.dot')).getBoundingClientRect();
      return Math.hypot((dot.x + dot.width / 2 - clientX) * 4, dot.y + dot.height / 2 - clientY); // along the line above all
    });
    const near = points[far.indexOf(Math.min(...far))];
    if (type === 'pointerdown') isSecond = near === shown;
    else if (near !== shown) isSecond = false;
    shown?.classList.remove('at');
    shown = near;
    near?.classList.add('at');
  }

  svg.addEventListener('pointerdown', show);
  svg.addEventListener('pointermove', show);
  svg.addEventListener('click', event => {
    const isFinger = event.detail > 0 && /** @type {PointerEvent} */ (event).pointerType !== 'mouse';
    if (!isFinger || !shown) return;
    event.preventDefault();
    if (isSecond) location.assign(shown.href.baseVal);
  });
}
