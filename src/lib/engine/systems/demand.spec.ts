import { describe, expect, test } from 'vitest';
import { areaOf, keyOf, lab, soloSpec, turnOf } from '../../../../tests/support/spec.ts';
import { at } from '../world.ts';
import { seasonFactor, setDemand } from './demand.ts';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('season', () => {
	test('[H1] months are twelfths of 52 weeks, and the year goes round', () => {
		const { world } = lab(
			soloSpec((spec) => {
				at(spec.regions, 0).season = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => month / 6.5);
				spec.time.startWeekOfYear = 50;
			})
		);
		// Weeks 50, 51 are December; 0 to 4 January; 5 is past 4.33.
		expect([0, 1, 2, 6, 7].map((week) => Math.round(seasonFactor(world, 0, week) * 6.5))).toEqual([
			12, 12, 1, 1, 2
		]);
	});

	test('[H1] each region has its own', () => {
		const { world } = lab(
			soloSpec((spec) => {
				spec.regions.push({ ...structuredClone(at(spec.regions, 0)), id: 'far', areas: [], growth: 0.26 });
				at(spec.regions, 1).season[0] = 2;
			})
		);
		expect([0, 1].map((r) => seasonFactor(world, r, 0))).toEqual([1, 2]);
		// Week 10 is in March.
		expect([0, 1].map((r) => seasonFactor(world, r, 10))).toEqual([1, 1.05]);
	});

	test('[H1] growth is linear: 52 % a year is a tenth after ten weeks', () => {
		const { world } = lab(
			soloSpec(({ regions }) => {
				at(regions, 0).growth = 0.52;
			})
		);
		expect(seasonFactor(world, 0, 0)).toBe(1);
		expect(seasonFactor(world, 0, 10)).toBeCloseTo(1.1, 12);
		expect(seasonFactor(world, 0, 104)).toBeCloseTo(2.04, 12);
	});
});

test('[H2] weather is uniform within its width, one for a region and a week', () => {
	const market = lab(
		soloSpec((spec) => {
			spec.category.weather = 0.5;
			spec.regions[0]!.areas.push({ ...structuredClone(areaOf(spec)), id: 'next' });
			spec.regions.push({
				...structuredClone(spec.regions[0]!),
				id: 'far',
				areas: [{ ...structuredClone(areaOf(spec)), id: 'elsewhere' }]
			});
		})
	);
	const { world, state } = market;
	const turn = turnOf(market);
	const skies = Array.from({ length: 400 }, (_, week) => {
		setDemand(world, state, turn, keyOf(week), week);
		return Array.from(turn.level);
	});
	for (const [here, next] of skies) expect(next).toBe(here);
	const here = skies.map(([sky]) => sky!);
	const mean = total(here) / 400;
	const variance = total(here.map((sky) => (sky - mean) ** 2)) / 400;
	// Uniform on .5 … 1.5: mean 1, variance 1/12; standard errors .0144 and .0037.
	expect(Math.abs(mean - 1)).toBeLessThan(0.045);
	expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.012);
	expect(Math.min(...here)).toBeGreaterThanOrEqual(0.5);
	expect(Math.max(...here)).toBeLessThan(1.5);
	const apart = skies.filter(([sky, , far]) => Math.abs(sky! - far!) > 0.01).length;
	expect(apart).toBeGreaterThan(380);
});
