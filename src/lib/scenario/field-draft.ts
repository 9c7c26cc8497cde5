/** What an author may say of a field force beyond people and calls: the optional part of a plan's `field`. */
import * as v from 'valibot';
import { MAX_MINUTES, MAX_VISITS } from '../engine/field/project.ts';
import { CALL_PURPOSES, PAY_BASES, SELLING_STYLES, type CallPurpose } from '../engine/vocab.ts';
import { byId, id, list, perClass, real, whole } from './pieces.ts';

const calls = (about: string) =>
	v.exactOptional(
		v.pipe(
			v.strictObject({
				visitsPer4Weeks: perClass(
					whole(0, MAX_VISITS, 'Visits.'),
					'Visits per four weeks to one account, by class.'
				),
				minutesPerVisit: perClass(whole(0, MAX_MINUTES, 'Minutes.'), 'Minutes per visit, by class.')
			}),
			v.description(about)
		)
	);

const ABOUT: Readonly<Record<CallPurpose, string>> = {
	key: 'At key accounts.',
	keep: 'At accounts to keep.',
	grow: 'At accounts to grow.',
	open: 'At accounts to open.'
};
const byPurpose = Object.fromEntries(CALL_PURPOSES.map((name) => [name, calls(ABOUT[name])])) as Record<
	CallPurpose,
	ReturnType<typeof calls>
>;
const percent = (about: string) => v.exactOptional(whole(0, 100, `${about} Per cent.`));

export const fieldExtras = {
	calls: v.exactOptional(
		v.pipe(v.strictObject(byPurpose), v.description('Other calls by what they are for; default: by class.'))
	),
	keyAccounts: v.exactOptional(whole(0, 1000, 'Largest accounts of an area that are called on one to one.')),
	responsible: v.exactOptional(
		byId(
			list(whole(1, 2000, 'Number of a merchandiser.'), 0, 64, 'People.'),
			'Who answers for an area, by its id.'
		)
	),
	trainingHours: v.exactOptional(whole(0, 160, 'Hours of training a head in four weeks.')),
	visitStandard: percent('How far calls follow a standard.'),
	officeHelp: percent('How far an office takes paper and detours off the field.'),
	accountFile: v.exactOptional(v.pipe(v.boolean(), v.description('The account file is kept by the firm.'))),
	selling: v.exactOptional(v.pipe(v.picklist(SELLING_STYLES), v.description('How the field force sells.'))),
	pay: v.exactOptional(
		v.pipe(
			v.strictObject({
				basis: v.pipe(v.picklist(PAY_BASES), v.description('What part of pay goes by.')),
				share: real(0, 1, 'That part.')
			}),
			v.description('Pay by results; default: none.')
		)
	),
	advisors: v.exactOptional(
		v.pipe(
			v.strictObject({
				heads: whole(0, 200, 'Advisors.'),
				regions: list(id('A region.'), 0, 32, 'Regions whose dealers they advise.')
			}),
			v.description('Second kind of staff, who work dealers.')
		)
	)
};
