/** The facts of a firm's activities of a turn (rules A13–A17). True values, like all facts. */
import type { ActivityFacts, ActivityPlace, TurnFacts } from '../report.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';
import { communicationOf } from './communication.ts';
import { activityCents, preparationCents } from './project.ts';
import type { Activity } from './running.ts';

export function activityFacts(
	world: World,
	turn: Turn | null,
	firm: number
): Pick<TurnFacts, 'activities' | 'preparationCents' | 'boards' | 'communication'> {
	if (turn === null) return { activities: [], preparationCents: 0, boards: [], communication: null };
	const activities = turn.activities
		.filter((activity) => activity.firm === firm)
		.map((activity) => factsOfOne(world, activity));
	const { unprepared, contactBaseCents } = world.spec.activities;
	return {
		activities,
		communication: communicationOf(activities, unprepared, contactBaseCents),
		preparationCents: at(turn.plans, firm).activities.reduce(
			(sum, plan) => sum + (plan.ahead === true ? preparationCents(world, plan) : 0),
			0
		),
		boards: turn.boards.filter((board) => board.firm === firm).map(({ facts }) => facts)
	};
}

const whole = (value: number): number => Math.floor(value + 0.5);

function factsOfOne(world: World, { plan, track, from, depthBp, accounts }: Activity): ActivityFacts {
	return {
		kind: plan.kind,
		product: plan.product,
		aim: plan.kind === 'advertising' ? (plan.aim ?? 'liking') : null,
		purpose: plan.purpose ?? null,
		prepared: plan.prepared === true,
		followedUp: plan.followUp === true,
		fromWeek: from,
		weeks: track.weeks,
		depthBp,
		plannedCents: activityCents(world, plan),
		outlets: track.weeks === 0 ? 0 : accounts.reduce((sum, count) => sum + count, 0),
		contacts: whole(track.contacts),
		effectiveContacts: whole(track.effective),
		shoppers: whole(track.shoppers),
		places: plan.targets.map((id, place): ActivityPlace => ({
			id,
			spentCents: track.spentCents[place]!,
			wastedCents: track.wastedCents[place]!,
			units: track.units[place]!,
			expectedUnits: whole(track.expected[place]!),
			gainCents: whole(track.gainCents[place]!)
		}))
	};
}
