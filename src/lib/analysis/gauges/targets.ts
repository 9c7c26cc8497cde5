/** Targets against results (M37): by area, and summed to the dealers and people who answer for the areas. */
import type { Plan } from '../../engine/plan.ts';
import type { TurnFacts } from '../../engine/report.ts';
import type { FirmView } from '../../engine/view.ts';

export interface TargetRow {
	readonly of: 'area' | 'dealer' | 'person' | 'firm';
	/** Area id, region id of a dealer, number of a person; empty for the firm. */
	readonly id: string;
	readonly target: number;
	/** Units sold; null: not known. */
	readonly result: number | null;
}

export interface Place {
	readonly area: string;
	readonly region: string;
	readonly target: number;
	readonly result: number | null;
}

/** Areas first, then dealers, people, the firm; nothing where no area has a target. */
export function targetRows(places: readonly Place[], responsible: Plan['field']['responsible']): TargetRow[] {
	if (places.length === 0) return [];
	const sums = new Map<string, TargetRow>();
	const add = (
		of: TargetRow['of'],
		id: string,
		{ target, result }: Pick<Place, 'target' | 'result'>
	): void => {
		const key = `${of}/${id}`;
		const before = sums.get(key);
		sums.set(key, {
			of,
			id,
			target: (before?.target ?? 0) + target,
			result: before?.result === null || result === null ? null : (before?.result ?? 0) + result
		});
	};
	for (const place of places) add('area', place.area, place);
	for (const place of places) add('dealer', place.region, place);
	for (const place of places) {
		const people = responsible?.[place.area] ?? [];
		for (const [i, person] of people.entries())
			add('person', String(person), {
				target: part(place.target, people.length, i),
				result: place.result === null ? null : part(place.result, people.length, i)
			});
	}
	for (const place of places) add('firm', '', place);
	return [...sums.values()];
}

/** K7 Several who answer for an area share it evenly, the first the units that are left over. */
function part(units: number, among: number, i: number): number {
	return Math.floor(units / among) + (i < units % among ? 1 : 0);
}

/** Of the last turn, as the firm's sample points tell. */
export function targetsSeen(view: FirmView): TargetRow[] {
	const places = view.areas.flatMap(({ id, region, target, sellOut }) =>
		target === null ? [] : [{ area: id, region, target, result: sellOut.value }]
	);
	return targetRows(places, view.plan.field.responsible);
}

/** Of a turn, as it really was. @param own place of the firm in `units` */
export function targetsMet(facts: TurnFacts, plan: Plan, own: number): TargetRow[] {
	const places = facts.areas.flatMap(({ area, region, targetUnits, units }) =>
		targetUnits === undefined ? [] : [{ area, region, target: targetUnits, result: units[own] ?? null }]
	);
	return targetRows(places, plan.field.responsible);
}
