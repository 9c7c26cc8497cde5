/** The shipped scenarios, read and compiled as any user's would be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateWorld } from '#lib/engine/generate.ts';
import { loadFile, type Lab, type Scenario } from '#lib/scenario/index.ts';
import type { World } from '#lib/engine/world.ts';

const FOLDER = join(import.meta.dirname, '../../scenarios');

const FILES = readdirSync(FOLDER)
	.filter((name) => name.endsWith('.yaml'))
	.sort();

export function shipped(file: string): Scenario {
	const { scenario } = sound(file);
	if (scenario === null) throw new Error(`${file} is a lab`);
	return scenario;
}

export function shippedLab(file: string): Lab {
	const { lab } = sound(file);
	if (lab === null) throw new Error(`${file} is no lab`);
	return lab;
}

/** @param edit changes the text first, as an author's copy would */
export function sound(file: string, edit: (text: string) => string = (text) => text) {
	const loaded = loadFile(edit(readFileSync(join(FOLDER, file), 'utf8')), file);
	if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.line}: ${p.code} ${p.path}`).join('\n'));
	return loaded;
}

export const LAB_FILES = FILES.filter((file) => sound(file).lab !== null);
/** Markets and clinics: what can be played. */
export const SCENARIO_FILES = FILES.filter((file) => !LAB_FILES.includes(file));

const worlds = new Map<string, World>();

/** A world of a shipped scenario; worlds are never changed, so one serves all tests of a file. */
export function worldOf(file: string, worldSeed?: string): World {
	const key = `${file}|${worldSeed ?? ''}`;
	const known = worlds.get(key);
	if (known !== undefined) return known;
	const world = generateWorld(shipped(file).spec, worldSeed);
	worlds.set(key, world);
	return world;
}

export const MARKET_SCENARIOS = SCENARIO_FILES.filter((file) => shipped(file).spec.kind === 'market');
