// @ts-check
// Puts the reader's settings on <html> before the first paint, so that nothing changes while they look.
// A plain script and not a module, because modules run only after the page has been parsed.
(() => {
  const root = document.documentElement;

  function apply() {
    /** @type {Record<string, unknown>} */
    let chosen = {};
    try {
      // On a shared device a choice lasts as long as the tab.
      chosen = JSON.parse((root.dataset.device === 'shared' ? sessionStorage : localStorage).getItem('study:settings') ?? '{}') ?? {};
    } catch {
      // Storage is blocked or its value is not ours: use the defaults.
    }
    for (const name of ['size', 'spacing', 'measure', 'theme', 'reading', 'motion'])
      if (typeof chosen[name] === 'string') root.dataset[name] = chosen[name];
      else delete root.dataset[name];
  }

  apply();
  addEventListener('storage', apply); // chosen in another tab
  addEventListener('pageshow', apply); // or while this page was in the back/forward cache
})();
