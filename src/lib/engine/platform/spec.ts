/** Rules of the management platform, as a scenario sets them. Defaults: `scenario/platform.ts`. */

export interface PlatformRules {
	/** Weeks until a part stands; given up, it falls apart as fast. */
	readonly buildWeeks: number;
	/** Of a part that is being built. */
	readonly buildCentsPerWeek: number;
	/** Of a part that is kept, for each head. */
	readonly keepCentsPerHeadWeek: number;
	/** Hours in four weeks that building one part takes each head out of the field. */
	readonly buildHours: number;
	/** Share of wasted time that goes where every worked area has one person. */
	readonly areasCut: number;
	/** Part of the rosiness, and of the delay, of dealers' reports that goes. */
	readonly reportsTruth: number;
	/** Added to visit quality. */
	readonly standardsLift: number;
	/** Share of turnover that goes. */
	readonly appraisalStay: number;
	/** Added to visit quality by appraisal where one person has a target that pulls fully; taken where nobody can reach it. */
	readonly targetLift: number;
	/** How far beyond past sales a target pulls most. */
	readonly targetStretch: number;
}
