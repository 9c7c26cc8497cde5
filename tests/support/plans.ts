/** Arbitrary plans of the right shape, most of them infeasible somewhere: what `project` has to cope with. */
import fc from 'fast-check';
import type { Plan } from '#lib/engine/plan.ts';
import {
	ACTIVITY_KINDS,
	ACTIVITY_PURPOSES,
	ADVERTISING_AIMS,
	CHANNELS,
	CLASSES,
	DEALER_FACTORS,
	ORDER_MODES,
	PAY_BASES,
	PLATFORM_PARTS,
	SEGMENT_FIELDS,
	SELLING_STYLES,
	type CallPurpose,
	type SupportFlow
} from '#lib/engine/vocab.ts';
import type { World } from '#lib/engine/world.ts';

const whole = (min: number, max: number): fc.Arbitrary<number> =>
	fc.oneof(
		{ weight: 6, arbitrary: fc.integer({ min, max }) },
		{ weight: 1, arbitrary: fc.constantFrom(-1, 0, 1, 1e9, -1e9, Number.MAX_SAFE_INTEGER) }
	);

export function anyPlan(world: World): fc.Arbitrary<Plan> {
	const { spec } = world;
	const areas = [...world.index.area.keys(), 'nowhere'];
	const regions = [...world.index.region.keys(), 'noland'];
	const dealers = [...world.index.dealer.keys(), 'nobody'];
	const products = [...world.index.product.keys(), 'nothing'];
	const some = (ids: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...ids);
	const map = <T>(ids: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
		fc
			.array(fc.tuple(some(ids), value), { maxLength: 4 })
			.map((entries) => Object.fromEntries(entries) as Record<string, T>);
	const perClass = (max: number) => fc.record({ A: whole(0, max), B: whole(0, max), C: whole(0, max) });
	const calls = fc.record({ visitsPer4Weeks: perClass(24), minutesPerVisit: perClass(140) });
	const points = fc.integer({ min: 0, max: 100 });
	const weights = fc.record({
		reputation: points,
		strength: points,
		scale: points,
		network: points,
		delivery: points,
		management: points
	} satisfies Record<(typeof DEALER_FACTORS)[number], typeof points>);
	const terms = fc.record({
		exclusive: fc.boolean(),
		creditDays: whole(0, 100),
		rebateBp: whole(0, 3500),
		targetCents: whole(0, 100_000_000),
		steps: fc.array(fc.record({ fromBp: whole(0, 22_000), rebateBp: whole(0, 3500) }), { maxLength: 4 }),
		support: fc.record({
			commerce: whole(0, 4),
			information: whole(0, 4),
			logistics: whole(0, 4)
		} satisfies Record<SupportFlow, fc.Arbitrary<number>>),
		assigned: fc.option(
			fc.record({ areas: fc.array(some(areas), { maxLength: 4 }), classes: fc.subarray([...CLASSES]) })
		)
	});
	const control = fc.record({ inspection: whole(0, 4), fineBp: whole(0, 25_000), forfeit: fc.boolean() });
	const plans = fc.record({
		regions: fc.record({ worked: fc.array(some(areas), { maxLength: areas.length + 2 }) }),
		dealers: fc.record(
			{
				sheets: map(
					regions,
					fc.record({
						weights,
						scores: fc.constant({}),
						shortlist: fc.array(some(dealers), { maxLength: 6 })
					})
				),
				appoint: map(regions, some(dealers)),
				terms: map(regions, terms),
				control
			},
			{ requiredKeys: ['sheets', 'appoint'] }
		),
		field: fc.record(
			{
				merchandisers: whole(0, spec.fieldRules.maxMerchandisers + 3),
				visitsPer4Weeks: perClass(24),
				minutesPerVisit: perClass(140),
				calls: fc.record(
					{ key: calls, keep: calls, grow: calls, open: calls } satisfies Record<CallPurpose, typeof calls>,
					{ requiredKeys: [] }
				),
				keyAccounts: whole(0, 40),
				responsible: map(areas, fc.array(whole(0, 8), { maxLength: 3 })),
				trainingHours: whole(0, 50),
				visitStandard: whole(0, 120),
				officeHelp: whole(0, 120),
				accountFile: fc.boolean(),
				selling: fc.constantFrom(...SELLING_STYLES),
				pay: fc.record({ basis: fc.constantFrom(...PAY_BASES), shareBp: whole(0, 6000) }),
				advisors: fc.record({ heads: whole(0, 20), regions: fc.array(some(regions), { maxLength: 4 }) })
			},
			{ requiredKeys: ['merchandisers', 'visitsPer4Weeks', 'minutesPerVisit'] }
		),
		price: fc.record(
			{
				dealerPriceCents: map(products, whole(1, 600)),
				byRegion: map(regions, map(products, whole(1, 600))),
				launches: map(products, fc.array(some(regions), { maxLength: 4 }))
			},
			{ requiredKeys: ['dealerPriceCents'] }
		),
		activities: fc.array(
			fc.record(
				{
					kind: fc.constantFrom(...ACTIVITY_KINDS),
					product: some(products),
					targets: fc.array(fc.oneof(some(areas), some(regions)), { maxLength: 4 }),
					startWeek: whole(0, 5),
					weeks: whole(1, 5),
					depthBp: whole(0, 6000),
					budgetCents: whole(0, 20_000_000),
					channels: fc.subarray([...CHANNELS]),
					classes: fc.subarray([...CLASSES]),
					aim: fc.constantFrom(...ADVERTISING_AIMS),
					purpose: fc.constantFrom(...ACTIVITY_PURPOSES),
					followUp: fc.boolean(),
					ahead: fc.boolean(),
					prepared: fc.boolean(),
					segment: fc.array(
						fc.record({ field: fc.constantFrom(...SEGMENT_FIELDS), from: whole(-2, 80), to: whole(0, 110) }),
						{ maxLength: 3 }
					)
				},
				{
					requiredKeys: ['kind', 'product', 'targets', 'startWeek', 'weeks', 'depthBp', 'budgetCents']
				}
			),
			{ maxLength: 4 }
		),
		supply: fc.record(
			{
				orderMode: map(regions, fc.constantFrom(...ORDER_MODES)),
				quotas: map(regions, map(products, whole(0, 500))),
				production: map(products, whole(0, 5000)),
				pushes: fc.array(
					fc.record({ region: some(regions), product: some(products), cases: whole(0, 5000) }),
					{
						maxLength: 3
					}
				)
			},
			{ requiredKeys: ['orderMode', 'pushes'] }
		)
	});
	// A block that may be left out.
	const platform = fc.record(
		{
			build: fc.array(fc.constantFrom(...PLATFORM_PARTS), { maxLength: 5 }),
			targets: fc.record({ totalUnits: whole(0, 200_000), indexBp: map(areas, whole(4000, 21_000)) }),
			budgets: map(
				areas,
				fc.record({ promotionCents: whole(0, 5_000_000), peopleCents: whole(0, 5_000_000) })
			)
		},
		{ requiredKeys: ['build'] }
	);
	return fc
		.tuple(plans, fc.option(platform, { nil: undefined }))
		.map(([plan, built]) => (built === undefined ? plan : { ...plan, platform: built }));
}
