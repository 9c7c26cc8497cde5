/**
 * Three parameters of the tables at an end of their range at once, under any plans: refused with a reason, or played by
 * the laws. Each end of each parameter comes up in several triples; fixed seeds, so that a failure repeats.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateWorld } from '#lib/engine/generate.ts';
import { at } from '#lib/engine/world.ts';
import { compileScenario } from '#lib/scenario/compile.ts';
import { CHANNEL, FIELD, MONEY, RESPONSE, SCORE } from '#lib/scenario/defaults.ts';
import type { ScenarioDraft } from '#lib/scenario/draft.ts';
import { isParameter, type Parameter, type Table } from '#lib/scenario/parameter.ts';
import { rival } from '#lib/strategy/index.ts';
import { smallDraft } from '../scenarios/support.ts';
import { playByLaw } from '../support/by-law.ts';
import { anyPlan } from '../support/plans.ts';

const ROUNDS = 3;
/** Some hundred parameters, two ends each: longer than other tests may take where the machine has other work. */
const PATIENCE_MS = 300_000;

interface Row {
	readonly path: readonly string[];
	readonly parameter: Parameter;
}

/** An end of a range, as in `channel.buyBack = 0`. */
interface End {
	readonly row: Row;
	readonly value: number;
}

function rowsOf(table: Table, path: readonly string[]): Row[] {
	return Object.entries(table).flatMap(([name, inner]) =>
		isParameter(inner) ? [{ path: [...path, name], parameter: inner }] : rowsOf(inner, [...path, name])
	);
}

const TABLES = { response: RESPONSE, field: FIELD, channel: CHANNEL, money: MONEY, score: SCORE };
const ROWS = Object.entries(TABLES).flatMap(([name, table]) => rowsOf(table, [name]));

const nameOf = ({ row, value }: End): string => `${row.path.join('.')} = ${value}`;

/** Two areas, two products each, a second tier: most rules have something to do. */
function base(): ScenarioDraft {
	const draft = smallDraft();
	const [region] = draft.regions;
	const [area] = region?.areas ?? [];
	const first = draft.dealers.find(({ id }) => id === 'first');
	if (region === undefined || area === undefined || first === undefined) throw new Error('small has changed');
	area.outlets = 30;
	region.areas.push({ ...structuredClone(area), id: 'edge', outlets: 10 });
	for (const dealer of draft.dealers) dealer.reach['edge'] = dealer.reach['centre'] ?? 0;
	for (const { products } of draft.firms)
		products.push({ ...structuredClone(at(products, 0)), id: `${at(products, 0).id}-2` });
	const secondTier = { of: 'first', margin: 0.5, leadWeeks: 1 };
	const under = { ...structuredClone(first), id: 'under-first', reach: { centre: 0.5 }, secondTier };
	delete under.returns;
	draft.dealers.push(under);
	return draft;
}

function withEnds(ends: readonly End[]): ScenarioDraft {
	const draft = base();
	for (const { row, value } of ends) {
		let place = draft as unknown as Record<string, unknown>;
		for (const step of row.path.slice(0, -1)) place = place[step] as Record<string, unknown>;
		place[row.path.at(-1) ?? ''] = value;
	}
	return draft;
}

/** What is broken, in words; null where the file is refused with a reason. */
function play(ends: readonly End[], seed: number): string[] | null {
	const name = ends.map(nameOf).join(', ');
	const compiled = compileScenario(withEnds(ends));
	if (!compiled.ok) return compiled.complaints.length > 0 ? null : [`${name}: refused without a reason`];
	const { spec } = compiled.scenario;
	const plans = fc.sample(anyPlan(generateWorld(spec)), { seed, numRuns: spec.time.turns });
	try {
		playByLaw(spec, (_, turn) => at(plans, turn), rival);
		return [];
	} catch (error) {
		return [`${name}: ${String(error)}`];
	}
}

const ENDS = ROWS.flatMap((row) =>
	[row.parameter.min, row.parameter.max].map((value): End => ({ row, value }))
);

test(
	'[G1][G2][G3] three parameters at their ends at once are refused with a reason, or play by the laws',
	{ timeout: PATIENCE_MS },
	() => {
		const broken: string[] = [];
		// What no file can say by itself, such as a weight of 1 beside the others, is only refused.
		const sayable = ENDS.filter((end) => {
			const found = play([end], 1);
			broken.push(...(found ?? []));
			return found !== null;
		});
		const whole = { minLength: sayable.length, maxLength: sayable.length };
		const played = new Set<string>();
		for (const [round, order] of fc
			.sample(fc.shuffledSubarray(sayable, whole), { seed: 3, numRuns: ROUNDS })
			.entries()) {
			for (let i = 0; i < order.length; i += 3) {
				const triple = order.slice(i, i + 3);
				if (new Set(triple.map(({ row }) => row)).size < triple.length) continue;
				const found = play(triple, round * 1000 + i);
				if (found === null) continue;
				broken.push(...found);
				for (const end of triple) played.add(nameOf(end));
			}
		}
		expect(broken).toEqual([]);
		expect(sayable.map(nameOf).filter((name) => !played.has(name))).toEqual([]);
		expect(sayable.length).toBeGreaterThan(ROWS.length);
	}
);
