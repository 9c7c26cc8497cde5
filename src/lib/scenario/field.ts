/** Parameters of the field force beyond hours and wages: groups of `FIELD`. Tags as in `defaults.ts`. */
import { real, whole, type Table } from './parameter.ts';

const style = (closeness: number, dependence: number, healing: number, trained: number, name: string) => ({
	closeness: real('factor', closeness, [-1, 5], 'A', `Added to closeness by ${name}, relative to service.`),
	dependence: real(
		'factor',
		dependence,
		[-1, 5],
		'A',
		`Added to dependence by ${name}, relative to service.`
	),
	healing: real(
		'factor',
		healing,
		[0, 20],
		'A',
		`How fast a grievance fades under ${name}, relative to service.`
	),
	trained: real('share', trained, [0, 1], 'A', `Part of what ${name} adds that takes a trained team.`)
});

export const FIELD_QUALITY = {
	visit: {
		standardLift: real(
			'factor',
			0.2,
			[0, 5],
			'A',
			'Added to visit quality by calls that all follow a standard (preparation, steps, record).'
		),
		trainingLift: real('factor', 0.25, [0, 5], 'A', 'Added to visit quality by a wholly trained team.'),
		namedLift: real(
			'factor',
			0.1,
			[0, 5],
			'A',
			'Added to visit quality where one person answers for an area, as far as that person’s hours reach.'
		),
		sharedLoss: real(
			'factor',
			0.1,
			[0, 1],
			'A',
			'Lost of visit quality where several answer for one area, so that nobody does.'
		),
		trainingHalfHours: real(
			'hours',
			6,
			[0.1, 200],
			'A',
			'Hours of training a head in four weeks that give half of what there is to learn.'
		),
		trainingSpeed: real(
			'per week',
			0.08,
			[0, 1],
			'A',
			'Share of the gap between skill and what training would make of it that closes in a week: half in eight weeks.'
		),
		maxTrainingHours: whole('hours', 40, [0, 160], 'A', 'Most hours of training in four weeks.'),
		trainingPerHour: real(
			'yuan',
			30,
			[0, 10_000],
			'A',
			'Trainer, room and paper, for each head and hour; the wage goes on.'
		),
		standardPerWeek: real(
			'yuan/week',
			90,
			[0, 10_000],
			'A',
			'Supervision and checking of a full visit standard, per head.'
		),
		officeCut: real(
			'share',
			0.6,
			[0, 1],
			'A',
			'Share of wasted time that a full office takes away: paper, queues, detours.'
		),
		wasteSpeed: real('per week', 0.1, [0, 1], 'A', 'Share of the gap of wasted time that closes in a week.'),
		officePerWeek: real(
			'yuan/week',
			150,
			[0, 10_000],
			'A',
			'Inside help, route planning and tools of a full office, per head: one clerk for about ten.'
		),
		wasteEdge: real(
			'factor',
			1.1,
			[1, 100],
			'A',
			'A side that wastes a tenth more of its time than the best rival on the spot is outworked: the method’s 10 % rule.'
		),
		outworked: real(
			'factor',
			0.85,
			[0, 1],
			'A',
			'Chance to open an account, relative, of a side that is outworked.'
		)
	},
	opening: {
		first: real(
			'factor',
			0.3,
			[0, 20],
			'A',
			'Chance at the first visit of a series (meet and survey), relative to listPerVisit. No sound source exists for conversion by visit.'
		),
		second: real(
			'factor',
			0.7,
			[0, 20],
			'A',
			'The same at the second (prices and the rival’s terms, to the key person).'
		),
		third: real('factor', 1.2, [0, 20], 'A', 'The same at the third (sample or trial).'),
		fourth: real(
			'factor',
			3,
			[0, 20],
			'A',
			'The same at the fourth, where one closes or drops: in all two in five at .1.'
		),
		maxGapWeeks: whole('weeks', 2, [1, 8], 'A', 'Longest time between two visits of a series: 14 days.'),
		restReviews: whole(
			'reviews',
			2,
			[0, 8],
			'A',
			'Looks at the range, one in four weeks, before a dropped account is taken up again.'
		),
		wrongPerson: real(
			'factor',
			0.6,
			[0, 1],
			'A',
			'Chance of a listing, relative, where the key person is not known.'
		),
		surveyMinutes: real(
			'minutes',
			20,
			[0.1, 480],
			'A',
			'Minutes of a first visit that find the key person for certain; fewer do so in proportion.'
		),
		sample: real(
			'yuan',
			4,
			[0, 100_000],
			'A',
			'Sample and trial goods of a third visit, for each real outlet: a tenth of a case.'
		),
		maxKeyAccounts: whole(
			'accounts',
			30,
			[0, 1000],
			'A',
			'Most simulated accounts of an area that are called on one to one.'
		),
		eventChance: real(
			'chance',
			0.08,
			[0, 1],
			'A',
			'Chance in four weeks of a key event at an A account: anniversary, rebuilding, a new owner’s first month.'
		),
		eventLift: real(
			'share',
			0.15,
			[0, 1],
			'A',
			'Share of what closeness lacks that is won by who calls in that time and knows the key person.'
		),
		eventMissed: whole(
			'points',
			30,
			[0, 255],
			'A',
			'Grievance, of 255, of an account that lists us and is not called on in that time.'
		)
	},
	people: {
		turnoverPerYear: real(
			'per year',
			0.35,
			[0, 5],
			'A',
			'Turnover of merchandisers; soft figures of the trade.'
		),
		overloadTurnover: real(
			'per year',
			0.6,
			[0, 5],
			'A',
			'The same of a team that is asked for more than its hours give.'
		),
		overload: real(
			'factor',
			1.15,
			[1, 10],
			'A',
			'Calls asked for over hours on hand, from which on a team is overloaded.'
		),
		leaverTakes: real(
			'share',
			0.4,
			[0, 1],
			'A',
			'Share of closeness and dependence of his accounts that goes along with a leaver.'
		),
		fileKeeps: real('share', 0.8, [0, 1], 'A', 'Part of it that a complete account file keeps.'),
		fileWeeks: whole('weeks', 12, [1, 260], 'A', 'Weeks of keeping it until an account file is complete.'),
		filePerAccountWeek: real('yuan/week', 0.1, [0, 1000], 'A', 'Keeping the file of one real account.')
	},
	grievance: {
		stockOut: whole(
			'points',
			70,
			[0, 255],
			'A',
			'Grievance, of 255, of an account that finds our shelf empty at a look over its range; from 128 on it is opposed.'
		),
		cutCalls: whole(
			'points',
			60,
			[0, 255],
			'A',
			'The same of an account whose calls were cut to far less than it was used to.'
		),
		brokenPrice: whole(
			'points',
			40,
			[0, 255],
			'A',
			'The same of an account whose stock a list price cut has made dear.'
		),
		brokenPriceFrom: real(
			'share',
			0.03,
			[0, 1],
			'A',
			'Cut of a dealer price in a turn that counts as breaking it.'
		),
		fade: whole('points', 40, [0, 255], 'A', 'Grievance that fades between two looks without cause.'),
		delist: real('factor', 1, [0, 20], 'A', 'Times the chance of being dropped, on top, at full grievance.'),
		chill: real('share', 0.2, [0, 1], 'A', 'Share of closeness lost between two looks at full grievance.')
	},
	advisors: {
		wagePerWeek: real(
			'yuan/week',
			2393,
			[0, 100_000],
			'A',
			'One advisor, all in: ¥8 500 a month and 22 % social cost, × 12 ÷ 52.'
		),
		maxHeads: whole('people', 12, [0, 200], 'A', 'Most advisors a firm may employ.'),
		dealersPerHead: real(
			'dealers',
			4,
			[0.1, 100],
			'A',
			'Dealers one advisor serves well: 4–5 in a tile maker’s sheet.'
		),
		lift: real(
			'share',
			0.7,
			[0, 1],
			'A',
			'Share of what a dealer’s management lacks that lasting advice makes up.'
		),
		speed: real('per week', 0.08, [0, 1], 'A', 'Share of the gap that closes in a week: half in eight weeks.')
	},
	pay: {
		maxShare: real('share', 0.5, [0, 1], 'A', 'Most of pay that may go by results.'),
		stuffing: real(
			'factor',
			0.6,
			[0, 10],
			'A',
			'Added to dealers’ orders by a team paid wholly by sell-in, as far as dealers take it.'
		),
		neglect: real('factor', 0.4, [0, 1], 'A', 'Lost of visit quality by a team paid wholly by sell-in.'),
		care: real('factor', 0.25, [0, 5], 'A', 'Added to visit quality by a team paid wholly by sell-through.'),
		haste: real('factor', 0.6, [0, 0.95], 'A', 'How much shorter a call is where all pay goes by calls.')
	},
	selling: {
		service: style(0, 0, 1, 0, 'service'),
		advisory: style(0.3, 0, 1, 1, 'advisory selling'),
		coaching: style(0, 0.3, 1, 1, 'coaching'),
		humane: style(0.05, -0.05, 2, 0, 'humane selling')
	}
} as const satisfies Table;
