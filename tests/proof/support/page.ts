/** A proof for readers: who, what, on what, and its figures as a table. */
import type { Proof } from './proof.ts';

type Fields = Readonly<Record<string, unknown>>;

export function pageOf(proof: Proof): string {
	const { machine } = proof;
	const head = [
		`# ${proof.name}`,
		proof.about,
		[
			`- Command: \`${proof.command}\``,
			`- Engine ${proof.engineVersion}, commit ${proof.commit ?? 'unknown'}${proof.changed ? ' with changes on top' : ''}`,
			`- ${machine.cores} cores, ${machine.platform} ${machine.arch}, Node ${machine.node}`,
			`- All figures: [${proof.name}.json](${proof.name}.json)`
		].join('\n')
	];
	return `${[...head, ...bodyOf(proof)].join('\n\n')}\n`;
}

function bodyOf({ name, result }: Proof): string[] {
	if (name === 'calibrate') return calibration(result);
	if (name.startsWith('panel-')) return panel(result);
	if (name === 'beer-game' || name === 'bullwhip-lab') return lab(result);
	return [`\`\`\`json\n${JSON.stringify(result, null, '  ')}\n\`\`\``];
}

const list = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** Three digits that count; whole numbers whole. */
function text(value: unknown): string {
	if (Array.isArray(value)) return value.map(text).join(' … ');
	if (typeof value !== 'number') return value === null || value === undefined ? '–' : String(value);
	if (Number.isInteger(value)) return String(value);
	return Math.abs(value) < 1e-3 ? value.toExponential(1) : String(Number(value.toPrecision(4)));
}

function table(headings: readonly string[], rows: readonly (readonly unknown[])[]): string {
	const lines = [headings, headings.map(() => '---'), ...rows.map((row) => row.map(text))];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function calibration(result: Fields): string[] {
	const rows = list(result['rows']);
	const missed = rows.filter((row) => row['ok'] === false);
	const judged = rows.filter((row) => row['ok'] !== null).length;
	return [
		`${String(result['scenario'])}, ${text(result['seeds'])} seeds. ${judged - missed.length} of ${judged} bands met.`,
		table(
			['Row', 'Published', 'Measured', '95 % interval', 'Band', 'Met', 'Rests on', 'Horizon', 'Source'],
			rows.map((row) => [
				row['title'],
				row['published'],
				row['measured'],
				row['interval'],
				row['band'],
				row['ok'] === null ? 'told only' : row['ok'] === true ? 'yes' : '**missed**',
				list(row['setBy']).length === 0
					? 'emergent'
					: list(row['setBy'])
							.map((it) => `\`${String(it)}\``)
							.join(', '),
				row['horizon'],
				row['source']
			])
		),
		...(missed.length === 0 ? [] : ['## Missed', bullets(missed, 'reason')]),
		'## How each was measured',
		bullets(rows, 'estimator')
	];
}

const bullets = (rows: readonly Fields[], key: string): string =>
	rows.map((row) => `- **${String(row['title'])}.** ${String(row[key])}`).join('\n');

function panel(result: Fields): string[] {
	return [
		`${text(result['seeds'])} seeds, scenario hash ${String(result['scenarioHash'])}.`,
		table(
			['Bot', 'Mean', '95 % interval'],
			list(result['bots']).map((bot) => [bot['name'], bot['mean'], bot['interval']])
		),
		table(
			['Difference on the same seeds', 'Mean', '95 % interval', 'Seeds won'],
			list(result['differences']).map((pair) => [
				`${String(pair['a'])} − ${String(pair['b'])}`,
				pair['mean'],
				pair['interval'],
				pair['wins']
			])
		)
	];
}

function lab(result: Fields): string[] {
	return [
		`${text(result['weeks'])} weeks, scenario hash ${String(result['scenarioHash'])}.`,
		table(
			['Node', 'Cost', 'Variance of orders ÷ demand', 'In theory'],
			list(result['nodes']).map((node) => [
				node['id'],
				Number(node['costCents']) / 100,
				node['varianceRatio'],
				node['expectedVarianceRatio']
			])
		)
	];
}
