// @ts-check
// Runs before the first paint: what the reader chose on this device stands on <html>, so that nothing changes under the eyes.
// A plain script and no module, because a module runs only when the page has been read.
(() => {
  const root = document.documentElement;

  function apply() {
    /** @type {Record<string, unknown>} */
    let chosen = {};
    try {
      // Where others read next, a choice lasts as long as the tab.
      chosen = JSON.parse((root.dataset.device === 'shared' ? sessionStorage : localStorage).getItem('study:settings') ?? '{}') ?? {};
    } catch {
      // Storage is closed or was written by another hand: the page is read as it comes.
    }
    for (const name of ['size', 'spacing', 'measure', 'theme', 'reading', 'motion'])
      if (typeof chosen[name] === 'string') root.dataset[name] = chosen[name];
      else delete root.dataset[name];
  }

  apply();
  addEventListener('storage', apply); // chosen in another tab
  addEventListener('pageshow', apply); // or while this page waited behind another
})();
