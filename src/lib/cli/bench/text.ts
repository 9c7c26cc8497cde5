import type { BenchResult } from '../commands/bench.ts';
import type { Language } from '../language.ts';
import { table } from '../table.ts';

export function benchText(result: BenchResult, { t, number }: Language): string {
	const { size, machine, msPerTurn, shares, reference } = result;
	const percent = (share: number): string => `${number(share * 100, 1)} %`;
	const head = t('cli.bench.head', {
		scenario: result.scenario,
		outlets: number(size.outlets),
		products: size.products,
		weeks: size.weeks,
		rounds: result.rounds,
		engine: result.engineVersion
	});
	const rows = [
		[t('cli.bench.cell'), `${number(result.nsPerOutletProductWeek, 1)} ns`],
		[t('cli.bench.cpuCell'), `${number(result.cpuNsPerOutletProductWeek, 1)} ns`],
		[t('cli.bench.turnMedian'), `${number(msPerTurn.median, 2)} ms`],
		[t('cli.bench.turnP95'), `${number(msPerTurn.p95, 2)} ms`],
		[t('cli.bench.turnCpu'), `${number(msPerTurn.cpuMean, 2)} ms`],
		[t('cli.bench.games'), number(result.gamesPerSecond, 1)],
		[t('cli.bench.bytes'), number(result.bytesPerOutlet)],
		[t('cli.bench.worldBytes'), number(result.worldBytesPerOutlet)],
		[t('cli.bench.strategies'), percent(shares.strategies)],
		[t('cli.bench.views'), percent(shares.views)],
		[t('cli.bench.hashing'), percent(shares.hashing)],
		[t('cli.bench.reference'), `${number(reference.cpuNsPerStep, 2)} ns`],
		[t('cli.bench.ratio'), number(reference.ratio, 1)]
	];
	const body = table([t('cli.column.measure'), t('cli.column.value')], rows, ['left', 'right']);
	return `${head}\n${t('cli.bench.machine', { ...machine })}\n\n${body}`;
}
