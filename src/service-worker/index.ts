/**
 * Keeps every page, script and scenario of one version, so that after a first visit all of it works without a network.
 * A new version is fetched beside the old one and waits: it takes over when no tab is left, or when a reader says so,
 * never in the middle of a game. The version before it is kept for tabs that still run it.
 */
import { version } from '$app/env';
import { assets, immutable, prerendered } from '$app/manifest';
import { self } from '$app/service-worker';
import { cacheName, keptCaches, pageKey } from './caches.ts';

const BASE = new URL('.', self.location.href);
const CACHE = cacheName(version);
const PAGES = prerendered.map(({ path }) => new URL(path.replace(/^\//, ''), BASE).pathname);
const FILES = [...immutable, ...assets].map(({ path }) => new URL(path.replace(/^\//, ''), BASE).pathname);
const KNOWN = new Set(FILES);

self.addEventListener('install', (event) => {
	event.waitUntil(
		caches.open(CACHE).then((cache) =>
			// Past the browser's own cache: it may hold a page of the version before.
			cache.addAll([...PAGES, ...FILES].map((path) => new Request(path, { cache: 'no-cache' })))
		)
	);
});

self.addEventListener('activate', (event) => {
	event.waitUntil(
		(async () => {
			const names = await caches.keys();
			const kept = keptCaches(names, CACHE);
			await Promise.all(names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
			await self.clients.claim();
		})()
	);
});

self.addEventListener('message', (event) => {
	if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== self.location.origin) return;
	if (request.mode === 'navigate') event.respondWith(navigated(request, url));
	else if (KNOWN.has(url.pathname) || url.pathname.includes('/immutable/'))
		event.respondWith(fetched(request));
});

async function fetched(request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	const found = (await cache.match(request)) ?? (await caches.match(request));
	return found ?? fetch(request);
}

/** A page of ours is the kept one, whatever its query; an address without one is the server's to answer. */
async function navigated(request: Request, url: URL): Promise<Response> {
	const cache = await caches.open(CACHE);
	const found = await cache.match(pageKey(url.pathname, PAGES) ?? '');
	if (found !== undefined) return found;
	try {
		return await fetch(request);
	} catch (error) {
		// Any page of ours can say that there is none at this address.
		const frame = await cache.match(BASE.pathname);
		if (frame !== undefined) return frame;
		throw error;
	}
}
