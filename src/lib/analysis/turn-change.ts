/**
 * Where a turn's score came from and what moved it, by the arithmetic of rules Z2–Z5 taken backwards. Effects are
 * thousandths of the total. Those of the parts sum to the change of the total but for what the engine rounds: each
 * pillar down to a tenth of a point, the total to a thousandth (`MAX_ROUNDING`).
 */
import type { FirmReport, ScorePart, TurnScore } from '../engine/report.ts';
import { PILLARS, type Pillar } from '../engine/vocab.ts';

/** Thousandths of the total: less than a tenth of a point by the pillars, one thousandth by the totals. */
export const MAX_ROUNDING = 101;

/** Full marks of a part. */
const FULL = 1000;
/** Pillars count to 100 000, parts to 1000. */
const PER_POINT = 100;

export interface PartChange {
	readonly pillar: Pillar;
	readonly code: string;
	/** Where the part is about one. */
	readonly area: string | null;
	/** Null where the part did not exist: the first turn, or cash at its floor in one turn only. */
	readonly before: ScorePart | null;
	readonly now: ScorePart | null;
	/** Thousandths of the total. */
	readonly effect: number;
}

export interface PillarChange {
	readonly pillar: Pillar;
	/** Thousandths, 0–100 000. */
	readonly before: number;
	readonly now: number;
	/** Of the total, 0–1. */
	readonly weight: number;
	/** Thousandths of the total. */
	readonly effect: number;
}

export interface ScoreChange {
	/** Thousandths, 0–100 000. */
	readonly before: number;
	readonly now: number;
	readonly change: number;
	/** In the order of the pillars. */
	readonly pillars: readonly PillarChange[];
	/** The strongest effect first, whichever way it goes. */
	readonly parts: readonly PartChange[];
	/** What the change has beyond the sum of the parts' effects. */
	readonly rounding: number;
}

/** A part that did not get full marks, and the thousandths of the total it cost. */
export interface MarkLost {
	readonly pillar: Pillar;
	readonly part: ScorePart;
	readonly lost: number;
}

/** What moved the score in turn `i`; null for the first turn, and where a turn has no score. */
export function turnChange(reports: readonly FirmReport[], i: number): ScoreChange | null {
	const [before, now] = [reports[i - 1]?.score, reports[i]?.score];
	return before && now ? scoreChange(before, now) : null;
}

export function scoreChange(before: TurnScore, now: TurnScore): ScoreChange {
	const pillars = PILLARS.map((pillar): PillarChange => {
		const weight = weightOf(now, pillar);
		const [was, is] = [before.pillars[pillar], now.pillars[pillar]];
		return { pillar, before: was, now: is, weight, effect: weight * (is - was) };
	});
	const parts = PILLARS.flatMap((pillar) => {
		const weight = weightOf(now, pillar);
		const pairs = paired(before.parts[pillar], now.parts[pillar]);
		const effects = effectsOf(pillar, pairs);
		return pairs.map(({ before, now }, i): PartChange => {
			const { code, area } = (now ?? before) as ScorePart;
			return { pillar, code, area: area ?? null, before, now, effect: weight * (effects[i] ?? 0) };
		});
	}).sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
	const change = now.total - before.total;
	const explained = parts.reduce((sum, part) => sum + part.effect, 0);
	return { before: before.total, now: now.total, change, pillars, parts, rounding: change - explained };
}

/** What stands between a turn's score and 100, the dearest first. Same arithmetic, against full marks. */
export function marksLost(score: TurnScore): MarkLost[] {
	return PILLARS.flatMap((pillar) => {
		const weight = weightOf(score, pillar);
		const parts = score.parts[pillar];
		const pairs = parts.map((part): Pair => ({ before: part, now: fullMarks(part) }));
		const effects = effectsOf(pillar, pairs);
		return parts.map((part, i): MarkLost => ({ pillar, part, lost: weight * (effects[i] ?? 0) }));
	})
		.filter(({ lost }) => lost > 0)
		.sort((a, b) => b.lost - a.lost);
}

interface Pair {
	readonly before: ScorePart | null;
	readonly now: ScorePart | null;
}

function weightOf(score: TurnScore, pillar: Pillar): number {
	const sum = PILLARS.reduce((total, it) => total + score.weights[it], 0);
	return sum === 0 ? 0 : score.weights[pillar] / sum;
}

/** Cash at its floor is no part that could have full marks: above the floor it is not there. */
function fullMarks(part: ScorePart): ScorePart | null {
	return part.code === 'cashFloor' ? null : { ...part, points: FULL };
}

function paired(before: readonly ScorePart[], now: readonly ScorePart[]): Pair[] {
	const same = (a: ScorePart, b: ScorePart): boolean => a.code === b.code && a.area === b.area;
	const gone = before.filter((part) => !now.some((it) => same(it, part)));
	return [
		...now.map((part) => ({ before: before.find((it) => same(it, part)) ?? null, now: part })),
		...gone.map((part) => ({ before: part, now: null }))
	];
}

/** Effect of every pair on its pillar, in thousandths. */
function effectsOf(pillar: Pillar, pairs: readonly Pair[]): number[] {
	if (pillar === 'effectiveShipment') return productEffects(pairs);
	const [before, now] = [
		contributions(pairs.map((pair) => pair.before)),
		contributions(pairs.map((pair) => pair.now))
	];
	return pairs.map((_, i) => (now[i] ?? 0) - (before[i] ?? 0));
}

/** Attainment × flow-through: a factor's change counts at the mean of the other, which shares out the whole. */
function productEffects(pairs: readonly Pair[]): number[] {
	return pairs.map((pair, i) => {
		const others = pairs.filter((_, j) => j !== i);
		const mean = others.reduce(
			(product, { before, now }) => (product * (pts(before) + pts(now))) / 2 / FULL,
			1
		);
		return (pts(pair.now) - pts(pair.before)) * mean * PER_POINT;
	});
}

/** A weighted mean, each part by its weight; what the floor of cash takes off it stands at that part. */
function contributions(parts: readonly (ScorePart | null)[]): number[] {
	const weights = parts.reduce((sum, part) => sum + (part?.weight ?? 0), 0);
	const given = parts.map((part) =>
		part === null || weights === 0 ? 0 : (PER_POINT * part.weight * part.points) / weights
	);
	const mean = given.reduce((sum, points) => sum + points, 0);
	return parts.map((part, i) =>
		part?.code === 'cashFloor' ? Math.min(0, PER_POINT * part.points - mean) : (given[i] ?? 0)
	);
}

function pts(part: ScorePart | null): number {
	return part?.points ?? 0;
}
