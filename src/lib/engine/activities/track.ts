/** What becomes of an activity week by week (rules A13, A14): money, reach and what was sold against what was to be expected. */

export interface Track {
	/** Weeks it ran. */
	weeks: number;
	/** By its targets: cents spent and of them wasted, units sold while it ran and expected without, what the difference earns. */
	readonly spentCents: Float64Array;
	readonly wastedCents: Float64Array;
	readonly units: Float64Array;
	readonly expected: Float64Array;
	readonly gainCents: Float64Array;
	/** Part of its outlets without goods, by size, this week [target]. */
	readonly bare: Float64Array;
	/** Shoppers it met, and of them those who could buy. */
	contacts: number;
	effective: number;
	/** All shoppers of its regions. */
	shoppers: number;
}

export function newTrack(targets: number): Track {
	return {
		weeks: 0,
		spentCents: new Float64Array(targets),
		wastedCents: new Float64Array(targets),
		units: new Float64Array(targets),
		expected: new Float64Array(targets),
		gainCents: new Float64Array(targets),
		bare: new Float64Array(targets),
		contacts: 0,
		effective: 0,
		shoppers: 0
	};
}
