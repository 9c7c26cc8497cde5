/** What the file's own call plan asks of the field force, and what the opening staff can give. */
import type { MarketSpec } from '../../engine/spec.ts';
import { CLASSES } from '../../engine/vocab.ts';
import { playerOf } from './market.ts';

export interface FieldReport {
	/** Minutes a week, travel included, to call on every account as the default plan's visits and minutes say. */
	readonly neededMinutesPerWeek: number;
	readonly neededByArea: Readonly<Record<string, number>>;
	/** Minutes a week of the opening staff after waste. */
	readonly givenMinutesPerWeek: number;
	/** Given ÷ needed: below 1 some accounts go unvisited. */
	readonly coverage: number;
	/** People that would serve all areas. */
	readonly peopleForAll: number;
	/** Calls on all accounts in four weeks. */
	readonly callsPer4Weeks: number;
}

export function fieldReport(spec: MarketSpec): FieldReport {
	const { visitsPer4Weeks, minutesPerVisit } = spec.defaultPlan.field;
	const player = playerOf(spec);
	const { minutesPerWeek, travelMinutesPerVisit } = spec.fieldRules;
	let needed = 0;
	let calls = 0;
	const neededByArea: Record<string, number> = {};
	for (const area of spec.regions.flatMap(({ areas }) => areas)) {
		let minutes = 0;
		for (const name of CLASSES) {
			const accounts = area.outlets * area.represents * spec.category.classes[name].outletShare;
			calls += accounts * visitsPer4Weeks[name];
			minutes += (accounts * visitsPer4Weeks[name] * (minutesPerVisit[name] + travelMinutesPerVisit)) / 4;
		}
		neededByArea[area.id] = Math.floor(minutes + 0.5);
		needed += minutes;
	}
	const perHead = minutesPerWeek * (1 - player.wastedTime);
	const given = player.merchandisers * perHead;
	return {
		neededMinutesPerWeek: Math.floor(needed + 0.5),
		neededByArea,
		givenMinutesPerWeek: Math.floor(given + 0.5),
		coverage: needed > 0 ? given / needed : 1,
		peopleForAll: perHead > 0 ? needed / perHead : 0,
		callsPer4Weeks: Math.floor(calls + 0.5)
	};
}
