/** What a firm sees of its own field force: its own records, exact; of rivals' time what the file told. */
import type { Figure } from '../view.ts';
import type { FieldPrices } from './costs.ts';
import type {
	CallPurpose,
	FunnelStage,
	OpeningEvent,
	PerClass,
	RelationLevel,
	RelationType
} from '../vocab.ts';

export interface FieldView {
	readonly merchandisers: number;
	readonly newcomers: number;
	/** Who left when the last turn closed. */
	readonly leavers: number;
	/** Minutes with accounts that the head count can give in a week, after waste and training. */
	readonly minutesPerWeek: number;
	/** Minutes a week one experienced merchandiser gives after waste and training. */
	readonly minutesPerHead: number;
	readonly travelMinutesPerVisit: number;
	/** Calls asked for by the plan in force over hours on hand. */
	readonly load: number;
	/** Share of field time that earns nothing; of rivals, as far as anybody knows [rival, in `firms` order]. */
	readonly wastedTime: number;
	readonly rivalWaste: readonly { readonly firm: string; readonly wasted: Figure }[];
	/** Own waste over that of the best rival: above `wasteEdge` the 10 % rule bites. */
	readonly wasteRatio: Figure;
	/** How far the team is trained, and how complete the account file is, 0–1. */
	readonly skill: number;
	readonly accountFile: number;
	/** Key events of A accounts in the last turn, real outlets. */
	readonly keyEventsMet: number;
	readonly keyEventsMissed: number;
}

export interface AreaFieldView {
	/** Real accounts by what they are called on for. */
	readonly purposes: Readonly<Record<CallPurpose, number>>;
	/** Real accounts nobody called on in the last turn; null at the opening. */
	readonly unvisited: PerClass<number> | null;
	/** The funnel: real outlets by stage. */
	readonly stages: Readonly<Record<FunnelStage, number>>;
	/** Accounts that list the firm by type and level of the relation. */
	readonly relations: Readonly<Record<RelationType, number>>;
	readonly levels: Readonly<Record<RelationLevel, number>>;
	/** Planned openings of the last turn by what became of them, real outlets. */
	readonly openings: Readonly<Record<OpeningEvent, number>>;
	/** L, V, T and BPI (R10): rates of the series in hand, null where there were none. */
	readonly conversion: {
		readonly leadRate: number | null;
		readonly opportunities: number;
		readonly orderRate: number | null;
		readonly orders: number;
	};
	/** Real outlets of which the firm knows who decides. */
	readonly keyPersons: number;
	/** Visit quality, 1 = an ordinary call. */
	readonly quality: number;
}

/** Prices and limits of the field force that anybody may know. */
export interface FieldRulesView extends FieldPrices {
	readonly maxTrainingHours: number;
	readonly maxAdvisors: number;
	readonly dealersPerAdvisor: number;
	readonly maxKeyAccounts: number;
	readonly maxPayShareBp: number;
	readonly sampleCents: number;
	readonly wasteEdge: number;
	readonly overload: number;
	readonly maxGapWeeks: number;
}
