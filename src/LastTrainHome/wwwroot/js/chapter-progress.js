// @ts-check
// Shows how far the reader has come through the chapters on this device, and offers to forget it.
import { forget, places } from '/js/device-storage.js';

/** @param {HTMLElement} words what stands above the line */
export default function chapterProgress(words) {
  const read = places();
  const stations = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.stations > [data-page]')]);
  const begun = stations.filter(station => read[station.dataset.page ?? '']);
  if (begun.length === 0) return;

  const latest = begun.reduce((one, other) => (read[one.dataset.page ?? ''].when > read[other.dataset.page ?? ''].when ? one : other));
  for (const station of begun) {
    const { done } = read[station.dataset.page ?? ''];
    station.classList.add(...(station === latest && !done ? ['here'] : done ? ['read'] : []));
    station.querySelector('.min')?.append(done ? ' · read' : station === latest ? ' · you are here' : ' · begun');
  }

  const { title, at, near, done } = read[latest.dataset.page ?? ''];
  const finished = begun.filter(station => read[station.dataset.page ?? ''].done).length;
  const forgotten = document.createElement('button');
  forgotten.type = 'button';
  forgotten.className = 'plain';
  forgotten.textContent = 'Forget this';
  forgotten.addEventListener('click', () => {
    forget();
    location.reload();
  });
  words.replaceChildren(...(done ? [] : ['Go on with ', link(`/${latest.dataset.page}#${at}`, near ? `${title}, at “${near}”` : title), '. ']),
    `${finished} of ${stations.length} read, by this device’s own count. `, forgotten);
}

/** @param {string} address @param {string} text */
function link(address, text) {
  const a = document.createElement('a');
  a.href = address;
  a.textContent = text;
  return a;
}
