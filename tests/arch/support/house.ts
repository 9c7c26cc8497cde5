import { posix } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** Layers from the bottom up: each may import those before it. */
const PURE = ['result', 'engine', 'scenario', 'strategy', 'analysis', 'protocol'] as const;

function upTo(layer: (typeof PURE)[number]): readonly string[] {
	return PURE.slice(0, PURE.indexOf(layer) + 1);
}

/** Which other layers of ours a layer may import; its own files always. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	result: [],
	engine: upTo('result'),
	scenario: upTo('engine'),
	strategy: upTo('scenario'),
	analysis: upTo('strategy'),
	protocol: upTo('analysis'),
	session: upTo('protocol'),
	server: [...upTo('protocol'), 'host'],
	host: upTo('protocol'),
	game: [...upTo('protocol'), 'session', 'host'],
	charts: [...upTo('protocol'), 'ui'],
	map: [...upTo('protocol'), 'ui'],
	ui: [],
	i18n: ['messages'],
	cli: [...upTo('protocol'), 'host', 'server', 'i18n'],
	// Pages reach hosts and saves through `game` only, so that one place owns what is running.
	routes: [...upTo('protocol'), 'game', 'server', 'charts', 'map', 'ui', 'i18n']
};

/** Packages the pure layers may use: themselves pure, and the same in every engine. */
const PURE_PACKAGES = [
	'seedrandom',
	'@stdlib/',
	'@noble/hashes',
	'yaml',
	'valibot',
	'@valibot/to-json-schema'
];

/** The layer a file of the clone belongs to; undefined if the house has no such room. */
export function layerOf(path: string): string | undefined {
	if (path.startsWith('messages/')) return 'messages';
	const inLib = /^src\/lib\/([^/]+)/.exec(path)?.[1];
	const layer = inLib === undefined ? 'routes' : inLib.replace(/\.ts$/, '');
	return layer in MAY_IMPORT ? layer : undefined;
}

/** Everything a file imports, types and dynamic imports included, as written. */
export function importsOf(path: string, text: string): string[] {
	return ts
		.preProcessFile(path.endsWith('.svelte') ? scriptsOf(text) : text, true, true)
		.importedFiles.map((file) => file.fileName);
}

function scriptsOf(svelte: string): string {
	const { instance, module } = parse(svelte, { modern: true });
	return [module, instance]
		.map((script) => {
			if (!script) return '';
			const { start, end } = script.content as unknown as { start: number; end: number };
			return svelte.slice(start, end);
		})
		.join('\n');
}

/** What a file imports against the rules of the house, one sentence each. */
export function wrongImports(path: string, text: string): string[] {
	const layer = layerOf(path);
	if (layer === undefined) return [`${path} is in no known layer`];
	return importsOf(path, text).flatMap((specifier) => {
		const target = targetOf(path, specifier);
		if (target === undefined) {
			const pure = (PURE as readonly string[]).includes(layer);
			const known = PURE_PACKAGES.some((name) => specifier === name || specifier.startsWith(slashed(name)));
			return pure && !known ? [`${path} (${layer}) imports the package ${specifier}`] : [];
		}
		const to = layerOf(target);
		if (to === undefined) return [`${path} imports ${target}, which is in no known layer`];
		const allowed = to === layer || (MAY_IMPORT[layer] ?? []).includes(to);
		return allowed ? [] : [`${path} (${layer}) imports ${target} (${to})`];
	});
}

function slashed(name: string): string {
	return name.endsWith('/') ? name : `${name}/`;
}

/** The file of ours a specifier names, from the top of the clone; undefined for a package. */
function targetOf(from: string, specifier: string): string | undefined {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
	if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
	return undefined;
}
