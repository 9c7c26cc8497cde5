/** Parameters of the management platform: `PlatformRules`. Tags as in `defaults.ts`. */
import { real, whole, type Table } from './parameter.ts';

export const PLATFORM = {
	buildWeeks: whole(
		'weeks',
		8,
		[1, 104],
		'A',
		'Weeks until a part of the platform stands; given up, it falls apart as fast. Two months of drawing areas, forms and rules.'
	),
	buildPerWeek: real(
		'yuan/week',
		300,
		[0, 1_000_000],
		'A',
		'Cost of building one part: a supervisor’s time, forms, meetings; a fifth of a merchandiser.'
	),
	keepPerHeadWeek: real(
		'yuan/week',
		12,
		[0, 10_000],
		'A',
		'Cost of keeping one part that stands, for each merchandiser: paper, meetings, checks.'
	),
	buildHours: real(
		'hours',
		2,
		[0, 40],
		'A',
		'Hours in four weeks that building one part takes each merchandiser out of the field; one more reason to build before the launch.'
	),
	areasCut: real(
		'share',
		0.2,
		[0, 1],
		'A',
		'Share of wasted time (routes that cross, accounts nobody minds) that goes where areas are defined and every worked one has one person.'
	),
	reportsTruth: real(
		'share',
		0.6,
		[0, 1],
		'A',
		'Part of the rosiness, and of the delay, of dealers’ reports that goes where the firm’s own people count and report.'
	),
	standardsLift: real(
		'factor',
		0.12,
		[0, 5],
		'A',
		'Added to visit quality by work standards that are lived.'
	),
	appraisalStay: real(
		'share',
		0.4,
		[0, 1],
		'A',
		'Share of turnover that goes where work is appraised, and good work seen.'
	),
	targetLift: real(
		'factor',
		0.1,
		[0, 5],
		'A',
		'Added to visit quality under appraisal where one person has a target that pulls fully, and taken off where nobody can reach it.'
	),
	targetStretch: real(
		'share',
		0.2,
		[0.01, 5],
		'A',
		'How far beyond past sales a target pulls most: hard and within reach (form D: Locke & Latham 1990, difficult goals that are accepted).'
	)
} as const satisfies Table;
