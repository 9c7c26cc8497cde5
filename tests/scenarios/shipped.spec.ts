import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateWorld } from '#lib/engine/generate.ts';
import { canonicalJson, scenarioHash, type Lab, type Scenario } from '#lib/scenario/index.ts';
import { load, loadAny, shippedFiles, textOf } from './support.ts';

function scenarioOf(file: string): Scenario {
	const loaded = load(textOf(file), basename(file, '.yaml'));
	if (!loaded.ok) throw new Error(`${file}: ${loaded.problems[0]?.code}`);
	return loaded.scenario;
}

function labOf(file: string): Lab | null {
	const loaded = loadAny(textOf(file), basename(file, '.yaml'));
	return loaded.ok ? loaded.lab : null;
}

const ALL = shippedFiles().map((file) => [basename(file, '.yaml'), file] as const);
const FILES = ALL.filter(([, file]) => labOf(file) === null);
const LABS = ALL.filter(([, file]) => labOf(file) !== null);

describe.each(ALL)('%s', (name, file) => {
	test('loads without error or warning', () => {
		expect(loadAny(textOf(file), name)).toMatchObject({ ok: true, problems: [] });
	});

	test('writes its figures in English as the page does: 40,000 and 14%', () => {
		const texts = textOf(file).replaceAll(/(^|\s)#.*$/gm, '');
		expect(texts.match(/\d \d{3}\b|\d %/g) ?? []).toEqual([]);
	});

	test('shows editors the schema', () => {
		expect(textOf(file).split('\n', 1)[0]).toBe(
			'# yaml-language-server: $schema=../static/schema/scenario-1.json'
		);
	});
});

describe.each(LABS)('%s', (name, file) => {
	test('is named after its id, and its canonical JSON reads back to the same hash', () => {
		const lab = labOf(file);
		expect(lab?.spec.id).toBe(name);
		expect(scenarioHash(JSON.parse(canonicalJson(lab?.spec)))).toBe(lab?.hash);
	});

	test('is no market, and whoever wants to play one is told so', () => {
		expect(load(textOf(file), name)).toMatchObject({
			ok: false,
			problems: [{ code: 'LAB_NOT_PLAYED', path: 'kind', line: expect.any(Number) }]
		});
	});
});

test('the labs are there', () => {
	expect(LABS.map(([name]) => name)).toEqual(['beer-game', 'bullwhip-lab']);
});

describe.each(FILES)('%s', (name, file) => {
	test('is named after its id', () => {
		expect(scenarioOf(file).spec.id).toBe(name);
	});

	test('its canonical JSON reads back to the same hash', () => {
		const { spec, hash } = scenarioOf(file);
		expect(scenarioHash(JSON.parse(canonicalJson(spec)))).toBe(hash);
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
	});

	test('its world opens with the shares and the distribution the file says', () => {
		const { spec } = scenarioOf(file);
		const world = generateWorld(spec);
		const areas = spec.regions.flatMap((region) => region.areas);
		areas.forEach((area, a) => {
			const [from = 0, to = 0] = world.areaStart.slice(a, a + 2);
			spec.firms.forEach((firm, f) => {
				let [size, sold, listed] = [0, 0, 0];
				for (let o = from; o < to; o++) {
					const products = world.firmProducts[f] ?? [];
					size += world.outletSize[o] ?? 0;
					for (const k of products) sold += world.openingSales[o * world.products + k] ?? 0;
					if (products.some((k) => world.openingListed[o * world.products + k] === 1)) listed++;
				}
				expect(sold / size, `${firm.id} in ${area.id}`).toBeCloseTo(area.shares[firm.id] ?? 0, 6);
				// Only outlets the dealer serves can list it, and which those are is chance.
				const wanted = area.distribution[firm.id] ?? { A: 0, B: 0, C: 0 };
				const mean = wanted.A * 0.12 + wanted.B * 0.28 + wanted.C * 0.6;
				expect(Math.abs(listed / (to - from) - mean), `${firm.id} in ${area.id}`).toBeLessThan(0.04);
			});
		});
	});
});

test('first-city is the trade of the sketch', () => {
	const file = FILES.find(([name]) => name === 'first-city')?.[1] ?? '';
	const { spec, report } = scenarioOf(file);
	expect(spec.regions[0]?.areas.map(({ outlets, represents }) => outlets * represents)).toEqual([360, 279, 261]);
	expect(report.prices[0]).toMatchObject({
		costCents: 127,
		freightCents: 12,
		dealerPriceCents: 239,
		outletPriceCents: 277,
		shelfCents: 400,
		contributionCents: 100,
		contributionCentsPerCase: 1500
	});
	expect(report.field.callsPer4Weeks).toBe(1476);
	expect(report.field.neededMinutesPerWeek * 4).toBe(22_680);
	expect(report.areas.map(({ pattern }) => pattern)).toEqual(['contested', 'contested', 'dispersed']);
	expect(spec.dealers.filter(({ open }) => open)).toHaveLength(9);
	const reached = report.dealers.find(({ dealer }) => dealer === 'laozhou')?.outlets;
	expect(reached).toBe(288);
});
