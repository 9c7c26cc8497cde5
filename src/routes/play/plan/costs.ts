/** What the coming turn is committed to, line by line. */
import type { Commitments } from '#lib/engine/project.ts';

export const COST_LINES = [
	'wages',
	'staff',
	'programmes',
	'platform',
	'appoint',
	'support',
	'launch',
	'activities'
] as const;
export type CostLine = (typeof COST_LINES)[number];

export interface Costs {
	readonly lines: readonly { readonly line: CostLine; readonly cents: number }[];
	readonly totalCents: number;
}

/** Wages always, of the others what there is. */
export function costsOf(commitments: Commitments): Costs {
	const cents: Readonly<Record<CostLine, number>> = {
		wages: commitments.wagesCents,
		staff: commitments.staffChangeCents,
		programmes: commitments.programmesCents,
		platform: commitments.platformCents,
		appoint: commitments.appointCents,
		support: commitments.supportCents,
		launch: commitments.launchCents,
		activities: commitments.activitiesCents
	};
	return {
		lines: COST_LINES.filter((line) => line === 'wages' || cents[line] !== 0).map((line) => ({
			line,
			cents: cents[line]
		})),
		totalCents: COST_LINES.reduce((sum, line) => sum + cents[line], 0)
	};
}

/**
 * Share of each class that can be called on as planned, 0–1; hours go to A first, then B, then C (rule F2). Null where
 * no call is planned.
 */
export function servedShares({ minutesNeeded, minutesAvailable }: Commitments): (number | null)[] {
	let left = minutesAvailable;
	return minutesNeeded.map((need) => {
		const share = need <= 0 ? null : Math.min(1, left / need);
		left = Math.max(0, left - need);
		return share;
	});
}
