// Keeps the page in the browser, so that it opens without a network. The list and the version are written when the page is published.
const version = '{version}';
const files = ['{files}'];

self.addEventListener('install', event => event.waitUntil((async () => {
  await (await caches.open(version)).addAll(files.map(file => new Request(file, { cache: 'reload' })));
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name !== version && name.startsWith('negotiation-rules-')) {
      await caches.delete(name);
    }
  }
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => event.respondWith((async () => {
  const kept = event.request.method === 'GET' && await (await caches.open(version)).match(event.request, { ignoreSearch: true });
  return kept || fetch(event.request);
})()));
