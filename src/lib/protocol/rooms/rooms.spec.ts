import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { changed, soloSpec } from '../../../../tests/support/spec.ts';
import {
	chainHash,
	CODE_ALPHABET,
	CommandSchema,
	HandInSchema,
	JoinSchema,
	plainCode,
	rankedAsSealed,
	readStreamEvent,
	SettingsSchema
} from './index.ts';

const plan = soloSpec().defaultPlan;
const link = { turn: 0, id: 'aaaaaaaa', plan, prediction: null };

const faultAt = (schema: v.GenericSchema, value: unknown): string | null => {
	const read = v.safeParse(schema, value);
	return read.success ? null : (v.getDotPath(read.issues[0]) ?? '');
};

describe('the chain of hand-ins', () => {
	test('the same decision after the same link has the same hash, whatever the order of keys', () => {
		const turned = {
			prediction: null,
			plan: Object.fromEntries(Object.entries(plan).reverse()),
			id: link.id,
			turn: 0
		};
		expect(chainHash('', turned as unknown as typeof link)).toBe(chainHash('', link));
	});

	test.each([
		['another parent', chainHash('0'.repeat(32), link)],
		['another turn', chainHash('', { ...link, turn: 1 })],
		['another id', chainHash('', { ...link, id: 'bbbbbbbb' })],
		['another plan', chainHash('', { ...link, plan: changed(plan, (it) => void it.field.merchandisers++) })],
		['no plan', chainHash('', { ...link, plan: null })],
		['another prediction', chainHash('', { ...link, prediction: { sellOutUnits: 1, reason: '' } })]
	])('%s makes another link', (_name, hash) => {
		expect(hash).toMatch(/^[0-9a-f]{32}$/);
		expect(hash).not.toBe(chainHash('', link));
	});
});

test('a code has no letters or digits that are taken for one another', () => {
	for (const letter of '0O1IL5S8B2ZUV') expect(CODE_ALPHABET).not.toContain(letter);
	expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
});

test('a code may be typed with blanks, dashes and small letters', () => {
	expect(plainCode(' ac3-4dk ')).toBe('AC34DK');
});

test.each([
	['sealed', 'timed', true],
	['sealed', 'hand', true],
	['sealed', 'self', false],
	['open', 'timed', false]
] as const)('%s luck and pacing %s: ranked as sealed is %s', (luck, pacing, ranked) => {
	expect(rankedAsSealed({ luck, pacing })).toBe(ranked);
});

describe('shapes refuse, and say where', () => {
	const handIn = { team: 'teamteam', turn: 0, parentHash: '', id: 'aaaaaaaa', plan, prediction: null };
	test.each([
		['a hand-in that is sound', HandInSchema, handIn, null],
		['a turn before the first', HandInSchema, { ...handIn, turn: -1 }, 'turn'],
		['a parent that is no hash', HandInSchema, { ...handIn, parentHash: 'x' }, 'parentHash'],
		['a field nobody knows', HandInSchema, { ...handIn, seed: '1' }, 'seed'],
		[
			'a plan without a lever',
			HandInSchema,
			{ ...handIn, plan: { ...plan, field: undefined } },
			'plan.field'
		],
		['a name longer than any', JoinSchema, { code: 'A', team: 'x'.repeat(401), nickname: 'n' }, 'team'],
		['a command nobody knows', CommandSchema, { command: 'explode' }, 'command'],
		['a turn of ten years', CommandSchema, { command: 'extend', seconds: 1e9 }, 'seconds'],
		['settings without pacing', SettingsSchema, { luck: 'open' }, 'pacing']
	] as const)('%s', (_name, schema, value, path) => {
		expect(faultAt(schema, value)).toBe(path);
	});
});

test.each(['', '{', '{"event":"boom","serverNow":1}', '{"event":"heartbeat","serverNow":1,"more":1}'])(
	'what no server says is no event: %j',
	(data) => {
		expect(readStreamEvent(data)).toBeNull();
	}
);

test('a sign of life is one', () => {
	expect(readStreamEvent('{"event":"heartbeat","serverNow":1}')).toEqual({
		event: 'heartbeat',
		serverNow: 1
	});
});
