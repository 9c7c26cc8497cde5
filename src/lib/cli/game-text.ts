/** A played game as a person reads it: a line per turn, the score, and how the last turn's score came about. */
import type { Game } from '#lib/engine/game.ts';
import { isOver } from '#lib/engine/game.ts';
import type { FirmReport, ScorePart, TurnFacts } from '#lib/engine/report.ts';
import { ENGINE_VERSION, PILLARS } from '#lib/engine/vocab.ts';
import type { Scenario } from '#lib/scenario/index.ts';
import type { Language } from './language.ts';
import { points, scoreSummary } from './summary.ts';
import { table } from './table.ts';

export interface Played {
	readonly strategy: string | null;
	/** As typed; unknown of a save. */
	readonly seed?: string;
}

export function gameText(game: Game, scenario: Scenario, language: Language, played: Played): string {
	const { t, locale } = language;
	const { spec, texts } = scenario;
	const head = [
		t('cli.game.head', {
			title: texts.title[locale],
			id: spec.id,
			strategy: played.strategy ?? t('cli.game.person')
		}),
		played.seed === undefined ? null : t('cli.game.seed', { seed: played.seed }),
		t('cli.game.seeds', { marketSeed: game.marketSeed, worldSeed: game.world.worldSeed }),
		t('cli.game.versions', { engine: ENGINE_VERSION, hash: scenario.hash.slice(0, 16) })
	];
	const sections = [head.filter((line) => line !== null).join('\n'), turnsTable(game.reports, language)];
	const last = game.reports.at(-1);
	if (last !== undefined) sections.push(scoreLine(game, language), partsTable(last, scenario, language));
	return sections.join('\n\n');
}

function channelUnits({
	plantUnits,
	warehouseUnits,
	transitUnits,
	dealerUnits,
	outletUnits
}: TurnFacts): number {
	return plantUnits + warehouseUnits + transitUnits + dealerUnits + outletUnits;
}

function turnsTable(reports: readonly FirmReport[], { t, number, money }: Language): string {
	const headings = [
		t('turn.turn'),
		t('cli.column.weeks'),
		t('turn.sellIn'),
		t('turn.sellOut'),
		t('cli.column.stock'),
		t('cli.column.revenue'),
		t('turn.profit'),
		t('cli.column.cash'),
		...PILLARS.map((pillar) => t(`pillar.${pillar}`)),
		t('turn.score')
	];
	const rows = reports.map(({ facts, score }) => [
		facts.closing ? t('cli.closing') : number(facts.turn + 1),
		number(facts.weeks),
		number(facts.sellInUnits),
		number(facts.sellOutUnits),
		number(channelUnits(facts)),
		money(facts.money.revenueCents),
		money(facts.money.profitCents),
		money(facts.money.cashCents),
		...PILLARS.map((pillar) => (score === null ? '' : number(points(score.pillars[pillar]), 1))),
		score === null ? '' : number(points(score.total), 1)
	]);
	return `${table(headings, rows, ['left', 'right'])}\n${t('cli.game.units')}`;
}

function scoreLine(game: Game, { t, number }: Language): string {
	const { total, pillars } = scoreSummary(game);
	const each = PILLARS.map((pillar) => `${t(`pillar.${pillar}`)} ${number(pillars[pillar], 1)}`);
	const line = t('cli.game.score', { total: number(total, 1), pillars: each.join(t('cli.listSeparator')) });
	return isOver(game) ? line : `${line}\n${t('cli.game.unfinished')}`;
}

function partsTable({ facts, score }: FirmReport, { texts }: Scenario, language: Language): string {
	if (score === null) return '';
	const { t, number, locale } = language;
	const turn = facts.closing ? t('cli.closingWeeks') : t('cli.turnNumber', { turn: facts.turn + 1 });
	const rows = PILLARS.flatMap((pillar) => [
		[t(`pillar.${pillar}`), '', '', number(points(score.pillars[pillar]), 1), ''],
		...score.parts[pillar].map((part) => [
			`  ${partName(part, part.area === undefined ? '' : (texts.areas[part.area]?.name[locale] ?? part.area), language)}`,
			measure(part.code, part.value, language),
			measure(part.code, part.target, language),
			number(part.points / 10, 1),
			part.weight === 0 ? '×' : `${number(part.weight / 10, 1)} %`
		])
	]);
	const headings = [
		t('cli.column.part'),
		t('cli.column.value'),
		t('cli.column.target'),
		t('cli.column.points'),
		t('cli.column.weight')
	];
	return `${t('cli.game.parts', { turn })}\n${table(headings, rows, ['left', 'right'])}`;
}

/** A part that came after these words shows its code. */
function partName({ code }: ScorePart, area: string, { optional }: Language): string {
	return optional(`cli.part.${code}`, { area }) ?? `${code} ${area}`.trim();
}

type Measure = 'money' | 'share' | 'units' | 'ratio' | 'days';

const MEASURES: Readonly<Record<string, Measure>> = {
	attainment: 'units',
	flowThrough: 'units',
	warehouseDays: 'days',
	dealerDays: 'days',
	outletDays: 'days',
	stockOuts: 'share',
	aged: 'share',
	expenseRatio: 'share',
	profit: 'money',
	cashFloor: 'money',
	lead: 'ratio'
};

function measure(code: string, value: number, { t, number, money }: Language): string {
	switch (MEASURES[code]) {
		case 'money':
			return money(value);
		case 'share':
			return `${number(value * 100, 1)} %`;
		case 'units':
			return number(value);
		case 'days':
			return t('cli.days', { days: number(value, 1) });
		default:
			return number(value, 2);
	}
}
