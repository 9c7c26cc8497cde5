import type { Locale } from './locale.ts';

/**
 * Messages in parts, each loaded when something first needs it: a first screen is small by rule. `shell` is on every
 * page; `fault` words what can be wrong with files; `room` and `board` what can
 * go wrong with either; `cli`, `calibrate` and `service` are never asked for by a page.
 */
export const PARTS = [
	'shell',
	'play',
	'report',
	'guide',
	'watch',
	'fault',
	'cli',
	'calibrate',
	'service',
	'room',
	'board',
	'privacy'
] as const;
export type Part = (typeof PARTS)[number];

/** The English catalogues name the keys; tests/arch holds the others to the same keys and parameters. */
interface Keys {
	shell: typeof import('../../../messages/en/shell.json');
	play: typeof import('../../../messages/en/play.json');
	report: typeof import('../../../messages/en/report.json');
	guide: typeof import('../../../messages/en/guide.json');
	watch: typeof import('../../../messages/en/watch.json');
	fault: typeof import('../../../messages/en/fault.json');
	cli: typeof import('../../../messages/en/cli.json');
	calibrate: typeof import('../../../messages/en/calibrate.json');
	service: typeof import('../../../messages/en/service.json');
	room: typeof import('../../../messages/en/room.json');
	board: typeof import('../../../messages/en/board.json');
	privacy: typeof import('../../../messages/en/privacy.json');
}

export type MessageKey = { [P in Part]: keyof Keys[P] }[Part];

/** ICU messages of one language, as far as they are loaded. */
export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;

type Loader = () => Promise<{ readonly catalogue: Catalogue }>;

/**
 * One dynamic import per language and part. Each goes through a module of its own, which imports its JSON statically:
 * Node wants `with { type: 'json' }`, and Vite's development server leaves that on a dynamic import, where the browser
 * then refuses the JavaScript Vite made of the file.
 */
const LOADERS: Readonly<Record<Locale, Readonly<Record<Part, Loader>>>> = {
	'zh-CN': {
		shell: () => import('./catalogues/zh-CN/shell.ts'),
		play: () => import('./catalogues/zh-CN/play.ts'),
		report: () => import('./catalogues/zh-CN/report.ts'),
		guide: () => import('./catalogues/zh-CN/guide.ts'),
		watch: () => import('./catalogues/zh-CN/watch.ts'),
		fault: () => import('./catalogues/zh-CN/fault.ts'),
		cli: () => import('./catalogues/zh-CN/cli.ts'),
		calibrate: () => import('./catalogues/zh-CN/calibrate.ts'),
		service: () => import('./catalogues/zh-CN/service.ts'),
		room: () => import('./catalogues/zh-CN/room.ts'),
		board: () => import('./catalogues/zh-CN/board.ts'),
		privacy: () => import('./catalogues/zh-CN/privacy.ts')
	},
	en: {
		shell: () => import('./catalogues/en/shell.ts'),
		play: () => import('./catalogues/en/play.ts'),
		report: () => import('./catalogues/en/report.ts'),
		guide: () => import('./catalogues/en/guide.ts'),
		watch: () => import('./catalogues/en/watch.ts'),
		fault: () => import('./catalogues/en/fault.ts'),
		cli: () => import('./catalogues/en/cli.ts'),
		calibrate: () => import('./catalogues/en/calibrate.ts'),
		service: () => import('./catalogues/en/service.ts'),
		room: () => import('./catalogues/en/room.ts'),
		board: () => import('./catalogues/en/board.ts'),
		privacy: () => import('./catalogues/en/privacy.ts')
	}
};

/** @param parts all of them if none is named */
export async function loadCatalogue(locale: Locale, parts: readonly Part[] = PARTS): Promise<Catalogue> {
	const loaded = await Promise.all(parts.map((part) => LOADERS[locale][part]()));
	return Object.assign({}, ...loaded.map(({ catalogue }) => catalogue)) as Catalogue;
}
