/**
 * The store in a real page, though no page of the product is made of it alone: the module is bundled once, and served
 * to blank pages below the product's own address, under a policy as strict as its own.
 */
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import type { GameStore } from '#lib/session/index.ts';
import { test as base } from '../../support/test.ts';
import type {} from './entry.ts';

export { expect } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const FOLDER = '/session-tests/';
const BLANK = `${FOLDER}blank`;
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

interface InEveryTest {
	/** Opens a page that has `session`; its store is not open yet. */
	blankPage: () => Promise<Page>;
	/** The same with the store open. */
	storePage: () => Promise<Page>;
}

/** Texts of the bundle's files by name; `store.js` is the first. */
export type Bundle = Readonly<Record<string, string>>;

interface InEveryWorker {
	bundle: Bundle;
}

export const test = base.extend<InEveryTest, InEveryWorker>({
	bundle: [
		// Playwright wants a pattern here, even if nothing is needed.
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			await use(await bundled());
		},
		{ scope: 'worker' }
	],
	blankPage: async ({ context, bundle, baseURL }, use) => {
		await serve(context, bundle);
		await use(() => open(context, baseURL ?? ''));
	},
	storePage: async ({ blankPage }, use) => {
		await use(async () => {
			const page = await blankPage();
			const codes = await openIn(page);
			if (codes.length > 0) throw new Error(`the store does not open: ${codes}`);
			return page;
		});
	}
});

/** Has every page of a context get the bundle. */
export async function serve(context: BrowserContext, bundle: Bundle): Promise<void> {
	const headers = { 'content-security-policy': POLICY };
	await context.route(`**${BLANK}`, (route) =>
		route.fulfill({
			contentType: 'text/html',
			headers,
			body: '<!doctype html><link rel="icon" href="data:,"><script type="module" src="store.js"></script>'
		})
	);
	for (const [name, body] of Object.entries(bundle)) {
		await context.route(`**${FOLDER}${name}`, (route) =>
			route.fulfill({ contentType: 'text/javascript', body })
		);
	}
}

/** @param address of the server, without a slash at its end */
export async function open(context: BrowserContext, address: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${address}${BLANK}`);
	await page.waitForFunction(() => 'session' in globalThis);
	return page;
}

/** @returns the codes of what kept the store from opening */
export function openIn(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const opened = await session.openStore();
		if (opened.ok) session.store = opened.value;
		return opened.ok ? [] : opened.faults.map(({ code }) => code);
	});
}

type Method =
	'list' | 'create' | 'open' | 'peek' | 'saveDraft' | 'appendTurn' | 'remove' | 'usage' | 'persist';

/** Calls the store of a page. */
export async function ask<M extends Method>(
	page: Page,
	method: M,
	...args: Parameters<GameStore[M]>
): Promise<Awaited<ReturnType<GameStore[M]>>> {
	const answer: unknown = await page.evaluate(
		([name, given]) => {
			const { store } = session;
			if (store === undefined) throw new Error('no store is open');
			return (store[name] as (...all: readonly unknown[]) => unknown)(...given);
		},
		[method, args] as const
	);
	return answer as Awaited<ReturnType<GameStore[M]>>;
}

async function bundled(): Promise<Bundle> {
	const entry = fileURLToPath(new URL('entry.ts', import.meta.url));
	const built = await build({
		root: ROOT,
		configFile: false,
		publicDir: false,
		logLevel: 'warn',
		// What is imported later is told apart by its name.
		build: {
			write: false,
			lib: { entry, formats: ['es'], fileName: 'store' },
			rolldownOptions: { output: { chunkFileNames: '[name].js' } }
		}
	});
	const [first] = [built].flat();
	if (first === undefined || !('output' in first)) throw new Error('the store could not be bundled');
	return Object.fromEntries(
		first.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : []))
	);
}
