/** A lab that was run, and the report of one that was checked, as a person reads them. */
import type { LabNodeRun, LabRun } from '#lib/engine/lab/run.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import type { Lab } from '#lib/scenario/index.ts';
import type { Language } from './language.ts';
import { table } from './table.ts';

/** Weeks that fit on a line of a terminal. */
const SHOWN_WEEKS = 40;

export function labText(
	{ weeks, nodes }: LabRun,
	lab: Lab,
	language: Language,
	seed: string | undefined
): string {
	const { t, number } = language;
	const head = [
		headOf(lab, weeks, language),
		...(seed === undefined ? [] : [t('cli.game.seed', { seed })]),
		t('cli.game.versions', { engine: ENGINE_VERSION, hash: lab.hash.slice(0, 16) })
	];
	const total = nodes.reduce((sum, node) => sum + node.costCents, 0);
	const sections = [
		head.join('\n'),
		`${nodesTable(nodes, lab, language)}\n${t('cli.lab.total', { cost: number(total / 100, 2) })}`
	];
	if (weeks <= SHOWN_WEEKS)
		sections.push(`${t('cli.lab.orders')}\n${ordersTable(nodes, weeks, lab, language)}`);
	return sections.join('\n\n');
}

function headOf({ texts, spec }: Lab, weeks: number, { t, locale }: Language): string {
	return t('cli.lab.head', { title: texts.title[locale], id: spec.id, weeks });
}

function nameOf({ texts }: Lab, node: string, { locale }: Language): string {
	return texts.nodes[node]?.name[locale] ?? node;
}

const ratio = (value: number | null, { number }: Language): string =>
	value === null ? '–' : number(value, 2);

function nodesTable(nodes: readonly LabNodeRun[], lab: Lab, language: Language): string {
	const { t, number } = language;
	const mean = (values: Int32Array): string =>
		number(values.reduce((sum, value) => sum + value, 0) / values.length, 1);
	return table(
		[
			t('cli.lab.node'),
			t('cli.lab.role'),
			t('cli.lab.meanOrder'),
			t('cli.lab.meanStock'),
			t('cli.lab.meanBacklog'),
			t('cli.lab.varianceRatio'),
			t('cli.lab.expectedRatio'),
			t('cli.lab.cost')
		],
		nodes.map((node, i) => [
			nameOf(lab, node.id, language),
			t(`nodeRole.${node.role}`),
			mean(node.ordersByWeek),
			mean(node.stockByWeek),
			mean(node.backlogByWeek),
			ratio(node.varianceRatio, language),
			ratio(lab.report.nodes[i]?.expectedVarianceRatio ?? null, language),
			number(node.costCents / 100, 2)
		]),
		['left', 'left', 'right']
	);
}

/** A row of demand for each end of the chain, then one of orders for each node. */
function ordersTable(nodes: readonly LabNodeRun[], weeks: number, lab: Lab, language: Language): string {
	const { t, number } = language;
	const suppliers = new Set(lab.spec.nodes.map(({ supplier }) => supplier));
	const row = (label: string, values: Int32Array): string[] => [
		label,
		...Array.from(values, (value) => number(value))
	];
	return table(
		['', ...Array.from({ length: weeks }, (_, week) => number(week + 1))],
		[
			...nodes
				.filter(({ id }) => !suppliers.has(id))
				.map((node) => row(t('cli.lab.demand'), node.demandByWeek)),
			...nodes.map((node) => row(nameOf(lab, node.id, language), node.ordersByWeek))
		],
		['left', 'right']
	);
}

export function labReportText(lab: Lab, language: Language): string {
	const { t, number } = language;
	const { spec, report, hash } = lab;
	const nodes = table(
		[
			t('cli.lab.node'),
			t('cli.lab.role'),
			t('cli.lab.supplier'),
			t('cli.lab.leadWeeks'),
			t('cli.lab.expectedRatio')
		],
		spec.nodes.map((node, i) => [
			nameOf(lab, node.id, language),
			t(`nodeRole.${node.role}`),
			node.supplier === null ? t('cli.lab.source') : nameOf(lab, node.supplier, language),
			number(report.nodes[i]?.leadWeeks ?? 0),
			ratio(report.nodes[i]?.expectedVarianceRatio ?? null, language)
		]),
		['left', 'left', 'left', 'right']
	);
	const head = [
		headOf(lab, spec.weeks, language),
		t('cli.game.versions', { engine: ENGINE_VERSION, hash: hash.slice(0, 16) })
	];
	return `${head.join('\n')}\n\n${nodes}`;
}
