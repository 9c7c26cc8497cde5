/** Rules of the field force beyond hours and wages, as a scenario sets them. Defaults: `scenario/field.ts`. */
import type { SellingStyle } from '../vocab.ts';

/** What makes a call good, relative to an ordinary one. */
export interface VisitRules {
	/** Added at a full visit standard, and by a wholly trained team. */
	readonly standardLift: number;
	readonly trainingLift: number;
	/** Added where one person answers for the area; lost where several do. */
	readonly namedLift: number;
	readonly sharedLoss: number;
	/** Hours of training in four weeks that give half of all there is to learn; share of the gap closed in a week. */
	readonly trainingHalfHours: number;
	readonly trainingSpeed: number;
	readonly maxTrainingHours: number;
	readonly trainingCentsPerHour: number;
	/** Of a full standard, per head and week. */
	readonly standardCentsPerWeek: number;
	/** Share of wasted time that a full office takes away, share of the gap closed in a week, cost per head and week. */
	readonly officeCut: number;
	readonly wasteSpeed: number;
	readonly officeCentsPerWeek: number;
	/** A side that wastes more than this times what the best rival on the spot does … */
	readonly wasteEdge: number;
	/** … opens accounts with this part of its chance. */
	readonly outworked: number;
}

/** A planned series of four visits. */
export interface OpeningRules {
	/** Chance at each visit relative to `listPerVisit`. */
	readonly first: number;
	readonly second: number;
	readonly third: number;
	readonly fourth: number;
	/** Weeks after which the series is broken off. */
	readonly maxGapWeeks: number;
	/** Reviews (of four weeks) an account is left alone after a series without success. */
	readonly restReviews: number;
	/** Part of the chance where the key person is not known. */
	readonly wrongPerson: number;
	/** Minutes of a first visit, of ordinary quality, that find the key person for certain. */
	readonly surveyMinutes: number;
	/** Of a third visit, for each real outlet. */
	readonly sampleCents: number;
	readonly maxKeyAccounts: number;
	/** Chance in four weeks of a key event at an A account, closeness it brings who is there, grievance who is not. */
	readonly eventChance: number;
	readonly eventLift: number;
	readonly eventMissed: number;
}

export interface PeopleRules {
	/** Of merchandisers, a year: ordinarily, and where the calls asked for exceed the hours by `overload`. */
	readonly turnoverPerYear: number;
	readonly overloadTurnover: number;
	readonly overload: number;
	/** Share of closeness and dependence that goes along with a leaver. */
	readonly leaverTakes: number;
	/** Part of it that a complete account file keeps; weeks it takes to fill one; cents a week for each real account. */
	readonly fileKeeps: number;
	readonly fileWeeks: number;
	readonly fileCentsPerAccountWeek: number;
}

/** In steps of 255, as it is kept; from 128 on an account is opposed. */
export interface GrievanceRules {
	readonly stockOut: number;
	readonly cutCalls: number;
	readonly brokenPrice: number;
	/** Fall of a dealer price that breaks it, basis points. */
	readonly brokenPriceBp: number;
	readonly fade: number;
	/** Times the chance of a loss, and share of closeness lost in a review, on top, at full grievance. */
	readonly delist: number;
	readonly chill: number;
}

export interface AdvisorRules {
	readonly wageCentsPerWeek: number;
	readonly maxHeads: number;
	readonly dealersPerHead: number;
	/** Share of what a dealer's management lacks that advice makes up; share of the gap closed in a week. */
	readonly lift: number;
	readonly speed: number;
}

/** Consequences of pay by results, for each 100 % of pay. */
export interface PayRules {
	readonly maxShareBp: number;
	/** Paid by sell-in: added to dealers' orders, and lost of visit quality. */
	readonly stuffing: number;
	readonly neglect: number;
	/** Paid by sell-through: added to visit quality. */
	readonly care: number;
	/** Paid by calls: how much shorter a call becomes. */
	readonly haste: number;
}

/** What a style adds, relative to service. */
export type SellingRules = Readonly<
	Record<
		SellingStyle,
		{
			readonly closeness: number;
			readonly dependence: number;
			/** On the fading of a grievance. */
			readonly healing: number;
			/** Whether closeness and dependence are added in proportion to training. */
			readonly trained: number;
		}
	>
>;
