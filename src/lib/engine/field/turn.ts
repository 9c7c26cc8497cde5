/** How one firm's field force works through a turn: calls, hours, and what a call is worth (rules F1–F8). */
import {
	callTable,
	fieldCoverage,
	fieldNeed,
	minutesPerHead,
	teamMinutes,
	type CallTable
} from '../coverage.ts';
import type { Plan } from '../plan.ts';
import { buildingHours, NOTHING_BUILT, platformOf, standing, type Built } from '../platform/parts.ts';
import { at, indexOf, type World } from '../world.ts';
import { countGroups } from './groups.ts';
import { paidBy, type FieldPlan } from './plan.ts';

/** The team as it stands when the turn begins. */
export interface Team {
	readonly waste: number;
	readonly skill: number;
	readonly staff: number;
	readonly newcomers: number;
	/** The management platform as the turn begins; left out: none. */
	readonly built?: Built;
	/** How well the area's target pulls, −1 to 1 (K8); left out: nobody has one [area]. */
	readonly pull?: readonly number[];
}

export interface FieldTurn {
	readonly calls: CallTable;
	/** Share of each group that is called on. */
	readonly coverage: readonly number[];
	/** Minutes a week asked for, by group, and on hand. */
	readonly need: readonly number[];
	readonly minutes: number;
	/** Calls asked for over hours on hand. */
	readonly load: number;
	/** Visit quality relative to an ordinary call [area]. */
	readonly quality: readonly number[];
	/** What the selling style makes of minutes and of calls. */
	readonly warmth: number;
	readonly binding: number;
	/** Added to what dealers order (F12). */
	readonly stuffing: number;
	/** Chance to open an account, relative (F8) [area]. */
	readonly edge: number[];
}

export function fieldTurn(world: World, f: number, plan: Plan, groups: Uint8Array, team: Team): FieldTurn {
	const field = inField(world, plan, team);
	const worked = plan.regions.worked.map((id) => world.index.area.get(id) ?? -1);
	const calls = callTable(world, field);
	const need = fieldNeed(world, calls, countGroups(world, groups, f, worked));
	const minutes = teamMinutes(world, team.waste, field, team.staff, team.newcomers);
	const asked = need.reduce((sum, each) => sum + each, 0);
	const style = world.spec.fieldRules.selling[field.selling ?? 'service'];
	const taught = 1 - style.trained + style.trained * team.skill;
	return {
		calls,
		need,
		minutes,
		load: asked <= 0 ? 0 : minutes > 0 ? asked / minutes : Number.MAX_VALUE,
		coverage: fieldCoverage(need, minutes),
		quality: visitQuality(world, f, field, groups, calls, team),
		warmth: Math.max(0, 1 + style.closeness * taught),
		binding: Math.max(0, 1 + style.dependence * taught),
		stuffing: paidBy(field, 'sellIn') * world.spec.fieldRules.pay.stuffing,
		edge: new Array<number>(world.areas).fill(1)
	};
}

/** K1 Who builds the platform is not in the field: hours like those of training. */
export function inField(world: World, plan: Plan, { built = NOTHING_BUILT }: Pick<Team, 'built'>): FieldPlan {
	const hours = buildingHours(world.spec.platform, platformOf(plan), built);
	if (hours === 0) return plan.field;
	return { ...plan.field, trainingHours: (plan.field.trainingHours ?? 0) + hours };
}

/** F5–F7, F12, K4 Standard, training, who answers for the area, and what staff are paid for. */
function visitQuality(
	world: World,
	f: number,
	field: FieldPlan,
	groups: Uint8Array,
	calls: CallTable,
	team: Team
): number[] {
	const { visit, pay } = world.spec.fieldRules;
	const { standardsLift } = world.spec.platform;
	const lived = standing(world.spec.platform, (team.built ?? NOTHING_BUILT).standards);
	const paid = (1 - pay.neglect * paidBy(field, 'sellIn')) * (1 + pay.care * paidBy(field, 'sellThrough'));
	const all =
		(1 + (visit.standardLift * (field.visitStandard ?? 0)) / 100) *
		(1 + visit.trainingLift * team.skill) *
		(1 + standardsLift * lived) *
		paid;
	// K8 a target drives as far as work is appraised, and pay goes by it.
	const appraised = standing(world.spec.platform, (team.built ?? NOTHING_BUILT).appraisal);
	const driven = world.spec.platform.targetLift * appraised + pay.care * paidBy(field, 'target');
	const areas = namedAreas(world, field, team.staff);
	if (areas.size === 0) return new Array<number>(world.areas).fill(all);
	const own = minutesPerHead(world, team.waste, field.trainingHours);
	const asked = new Map<number, number>();
	for (const [a, people] of areas) {
		const [person] = people;
		if (people.length !== 1 || person === undefined) continue;
		const need = fieldNeed(world, calls, countGroups(world, groups, f, [a]));
		asked.set(
			person,
			need.reduce((sum, each) => sum + each, asked.get(person) ?? 0)
		);
	}
	return Array.from({ length: world.areas }, (_, a) => {
		const people = areas.get(a) ?? [];
		const [person] = people;
		if (person === undefined) return all;
		if (people.length > 1) return all * (1 - visit.sharedLoss);
		// F7 who answers for more than his hours reach answers for a part of it.
		const load = asked.get(person) ?? 0;
		return all * (1 + visit.namedLift * (load > own ? own / load : 1)) * (1 + driven * (team.pull?.[a] ?? 0));
	});
}

/** People by area index who answer for it, of those there are. */
export function namedAreas(
	world: World,
	field: FieldPlan,
	staff: number
): ReadonlyMap<number, readonly number[]> {
	return new Map(
		Object.entries(field.responsible ?? {}).map(([id, people]) => [
			indexOf(world.index.area, id),
			people.filter((person) => person <= staff)
		])
	);
}

/** K2 Share of the worked areas for which one person answers, and one alone. */
export function namedShare(world: World, plan: Plan, staff: number): number {
	const { worked } = plan.regions;
	const names = namedAreas(world, plan.field, staff);
	const named = worked.filter((id) => names.get(indexOf(world.index.area, id))?.length === 1);
	return worked.length === 0 ? 0 : named.length / worked.length;
}

/** F8 The 10 % rule: on each area, against the rival there that wastes least. */
export function setEdges(
	world: World,
	worked: Uint8Array,
	waste: ArrayLike<number>,
	teams: readonly FieldTurn[]
): void {
	const { wasteEdge, outworked } = world.spec.fieldRules.visit;
	for (let a = 0; a < world.areas; a++)
		for (let f = 0; f < world.firms; f++) {
			let best = Number.MAX_VALUE;
			for (let rival = 0; rival < world.firms; rival++)
				if (rival !== f && worked[rival * world.areas + a] === 1) best = Math.min(best, waste[rival]!);
			at(teams, f).edge[a] = waste[f]! > wasteEdge * best ? outworked : 1;
		}
}
