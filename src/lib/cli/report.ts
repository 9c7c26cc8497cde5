/** The report of `check` in brief: what a designer looks at first. The whole of it is in `--json`. */
import type { Scenario } from '#lib/scenario/index.ts';
import type { Language } from './language.ts';
import { table } from './table.ts';

export function reportText({ report, texts, spec, hash }: Scenario, language: Language): string {
	const { t, locale, number, money } = language;
	const share = (value: number): string => `${number(value * 100, 1)} %`;
	const cents = (value: number): string => number(value / 100, 2);
	const outlets = report.areas.reduce((sum, area) => sum + area.outlets, 0);
	const head = t('cli.report.head', {
		title: texts.title[locale],
		id: spec.id,
		kind: spec.kind,
		areas: report.areas.length,
		outlets: number(outlets),
		turns: spec.time.turns,
		weeks: spec.time.weeksPerTurn,
		hash: hash.slice(0, 16)
	});
	const { result, field } = report;
	const facts = [
		t('cli.report.result', {
			share: share(result.ownShare),
			contribution: money(result.contributionCentsPerTurn),
			fixed: money(result.fixedCentsPerTurn),
			breakEven: result.breakEvenShare === null ? '–' : share(result.breakEvenShare)
		}),
		t('cli.report.field', { coverage: share(field.coverage), people: number(field.peopleForAll, 1) })
	];
	const prices = table(
		[
			t('cli.column.product'),
			t('cli.column.cost'),
			t('cli.column.dealerPrice'),
			t('cli.column.outletPrice'),
			t('cli.column.shelfPrice'),
			t('cli.column.contribution')
		],
		report.prices.map((price) => [
			texts.products[price.product]?.name[locale] ?? price.product,
			cents(price.costCents),
			cents(price.dealerPriceCents),
			cents(price.outletPriceCents),
			cents(price.shelfCents),
			cents(price.contributionCents)
		]),
		['left', 'right']
	);
	const areas = table(
		[
			t('cli.column.area'),
			t('cli.column.outlets'),
			t('cli.column.casesPerTurn'),
			t('cli.column.ownShare'),
			t('cli.column.bestRival'),
			t('cli.column.rivalShare'),
			t('cli.column.weighted')
		],
		report.areas.map((area) => [
			texts.areas[area.area]?.name[locale] ?? area.area,
			number(area.outlets),
			number(area.casesPerTurn),
			share(area.ownShare),
			texts.firms[area.bestRival]?.name[locale] ?? '–',
			share(area.bestRivalShare),
			share(area.weightedDistribution)
		]),
		['left', 'right', 'right', 'right', 'left', 'right']
	);
	return [head, facts.join('\n'), prices, areas].join('\n\n');
}
