/** Rules of the field force with every mechanism beyond hours and wages switched off: a test turns on the one it is about. */
import type { FieldRules } from '#lib/engine/spec.ts';
import type { Editable } from './spec.ts';

const plain = { closeness: 0, dependence: 0, healing: 1, trained: 0 };

export const quietField = (): Editable<
	Pick<FieldRules, 'visit' | 'opening' | 'people' | 'grievance' | 'advisors' | 'pay' | 'selling'>
> => ({
	visit: {
		standardLift: 0,
		trainingLift: 0,
		namedLift: 0,
		sharedLoss: 0,
		trainingHalfHours: 10,
		trainingSpeed: 0.5,
		maxTrainingHours: 40,
		trainingCentsPerHour: 100,
		standardCentsPerWeek: 200,
		officeCut: 0,
		wasteSpeed: 0.5,
		officeCentsPerWeek: 300,
		wasteEdge: 1.1,
		outworked: 1
	},
	opening: {
		first: 1,
		second: 1,
		third: 1,
		fourth: 1,
		maxGapWeeks: 2,
		restReviews: 0,
		wrongPerson: 1,
		surveyMinutes: 10,
		sampleCents: 0,
		maxKeyAccounts: 10,
		eventChance: 0,
		eventLift: 0,
		eventMissed: 0
	},
	people: {
		turnoverPerYear: 0,
		overloadTurnover: 0,
		overload: 1.15,
		leaverTakes: 0,
		fileKeeps: 0,
		fileWeeks: 4,
		fileCentsPerAccountWeek: 10
	},
	grievance: {
		stockOut: 0,
		cutCalls: 0,
		brokenPrice: 0,
		brokenPriceBp: 300,
		fade: 40,
		delist: 0,
		chill: 0
	},
	advisors: { wageCentsPerWeek: 2000, maxHeads: 5, dealersPerHead: 4, lift: 0, speed: 0.5 },
	pay: { maxShareBp: 5000, stuffing: 0, neglect: 0, care: 0, haste: 0 },
	selling: { service: { ...plain }, advisory: { ...plain }, coaching: { ...plain }, humane: { ...plain } }
});
