/** docs/parameters.md, made from the tables of the scenario format. */
import { ACTIVITY } from '../../../src/lib/scenario/activities.ts';
import { CHANNEL, FIELD, MONEY, RESPONSE, RETURNS, SCORE } from '../../../src/lib/scenario/defaults.ts';
import { DEALING } from '../../../src/lib/scenario/dealing.ts';
import { PLATFORM } from '../../../src/lib/scenario/platform.ts';
import { isParameter, type Parameter, type Table } from '../../../src/lib/scenario/parameter.ts';

const GROUPS: readonly (readonly [string, string, Table])[] = [
	['response', 'How shoppers and outlets answer', RESPONSE],
	['field', 'The field force', FIELD],
	['channel', 'Dealers and outlets', CHANNEL],
	['dealers[].returns', 'A contract about returns, of a dealer that has one', RETURNS],
	['activities', 'Market activities', ACTIVITY],
	['dealing', 'What a dealer asks, puts up with and does', DEALING],
	['platform', 'The management platform', PLATFORM],
	['money', 'Money', MONEY],
	['score', 'The score', SCORE]
];

const HEAD = `# Parameters

Every rule of the market that a scenario may set, with its unit, default, range and source. **P** published, **R**
reproduced by running it, **D** derived, **A** our assumption, not measured. Money is in yuan without value-added tax;
shares and rates are decimals. How a scenario is written: [authoring.md](authoring.md).

This page is made from [defaults.ts](../src/lib/scenario/defaults.ts). Who changes a default makes it anew with
\`npx vitest run tests/docs -u\`; the test fails until then.
`;

const WIDTH = 118;

export function parametersPage(): string {
	const sections = GROUPS.map(([key, title, table]) => `\n## ${title}\n\n${rows(key, table).join('\n')}\n`);
	return HEAD + sections.join('');
}

function rows(path: string, table: Table): string[] {
	return Object.entries(table).flatMap(([name, row]) => {
		const below = `${path}.${name}`;
		return isParameter(row) ? [entry(below, row)] : rows(below, row);
	});
}

function entry(path: string, { unit, default: value, min, max, tag, about }: Parameter): string {
	const text = `- \`${path}\` = **${value}** ${unit}, from ${min} to ${max}. **${tag}** ${about}`;
	const lines = [''];
	for (const word of text.split(' ')) {
		const line = lines.at(-1) ?? '';
		if (line !== '' && `${line} ${word}`.length > WIDTH) lines.push(`  ${word}`);
		else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
	}
	return lines.join('\n');
}
