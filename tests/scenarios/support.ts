import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateWorld } from '#lib/engine/generate.ts';
import type { World } from '#lib/engine/world.ts';
import type { ScenarioDraft } from '#lib/scenario/draft.ts';
import { loadFile, loadScenario, type Loaded, type LoadedFile, type Problem } from '#lib/scenario/index.ts';
import { parseText } from '#lib/scenario/parse.ts';
import { validate } from '#lib/scenario/validate.ts';
import { RIVAL_NAMES } from '#lib/strategy/index.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SHIPPED = fileURLToPath(new URL('../../scenarios/', import.meta.url));

export function textOf(path: string): string {
	return readFileSync(path, 'utf8');
}

/** Text of a file of a folder here. */
export const textIn = (folder: string, name: string): string => textOf(`${HERE}${folder}/${name}.yaml`);

export function shippedFiles(): string[] {
	return readdirSync(SHIPPED)
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => SHIPPED + name);
}

export function namesIn(folder: string): string[] {
	return readdirSync(HERE + folder)
		.map((name) => name.replace(/\.yaml$/, ''))
		.sort();
}

/** A file of a folder here; it may extend its neighbours, those in `base`, and the shipped ones. */
export function loadFixture(folder: string, name: string): LoadedFile {
	return loadAny(textOf(`${HERE}${folder}/${name}.yaml`), name, [`${HERE}${folder}/`, `${HERE}base/`, SHIPPED]);
}

export function load(text: string, name: string, folders: readonly string[] = [SHIPPED]): Loaded {
	return loadScenario(text, `${name}.yaml`, optionsFor(folders));
}

/** The world of a market that loads. */
export function worldOfFixture(folder: string, name: string): World {
	const loaded = loadFixture(folder, name);
	if (!loaded.ok || loaded.scenario === null)
		throw new Error(loaded.problems.map((problem) => brief(`${name}.yaml`, problem)).join('\n'));
	return generateWorld(loaded.scenario.spec);
}

/** A market or a lab. */
export function loadAny(text: string, name: string, folders: readonly string[] = [SHIPPED]): LoadedFile {
	return loadFile(text, `${name}.yaml`, optionsFor(folders));
}

function optionsFor(folders: readonly string[]) {
	const resolve = (id: string): string | null => {
		const folder = folders.find((candidate) => existsSync(`${candidate}${id}.yaml`));
		return folder === undefined ? null : textOf(`${folder}${id}.yaml`);
	};
	return { strategies: RIVAL_NAMES, resolve };
}

/** `CODE line path`, with the file where it is another one. */
export function brief(file: string, problem: Problem): string {
	const place = problem.file === file ? `${problem.line}` : `${problem.file}:${problem.line}`;
	return `${problem.code} ${place} ${problem.path}`.trim();
}

/** The draft of `base/small.yaml`, for tests of what comes after reading. */
export function smallDraft(): ScenarioDraft {
	const { root } = parseText(textOf(`${HERE}base/small.yaml`), 'small.yaml');
	const draft = root === undefined ? undefined : validate(root).draft;
	if (draft === undefined) throw new Error('small.yaml does not load');
	return draft;
}
