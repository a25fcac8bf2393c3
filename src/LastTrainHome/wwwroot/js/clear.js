// @ts-check
// Removes everything this site has kept in this browser, for browsers that do not do so when the answer's header asks for it.

export default async function clear() {
  localStorage.clear();
  sessionStorage.clear();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
  for (const { name } of (await indexedDB.databases?.()) ?? []) if (name) indexedDB.deleteDatabase(name);
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
}
