// Runs before the first paint: what the reader chose on this device stands on <html>, so that nothing changes under the eyes.
// A plain script and no module, because a module runs only when the page has been read.
(() => {
  try {
    const chosen = JSON.parse(localStorage.getItem('settings') ?? '{}');
    for (const [name, value] of Object.entries(chosen))
      if (typeof value === 'string') document.documentElement.dataset[name] = value;
  } catch {
    // Storage is closed or was written by another hand: the page is read as it comes.
  }
})();
