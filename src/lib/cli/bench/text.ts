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
	const { targets, ticks, kernel, games } = result;
	const rows = [
		...ticks.map((tick) => [
			t('cli.bench.tick', { outlets: number(tick.outlets), products: tick.products }),
			`${number(tick.nsPerOutletProductWeek, 1)} ns`
		]),
		...('skipped' in kernel
			? [[t('cli.bench.kernel', { outlets: '–' }), t('cli.bench.noCompiler')]]
			: [
					[
						t('cli.bench.kernel', { outlets: number(kernel.outlets) }),
						t('cli.bench.kernelTimes', {
							ts: number(kernel.tsNs, 1),
							c: number(kernel.cNs, 1),
							ratio: number(kernel.ratio, 2)
						})
					],
					[t('cli.bench.sameResult'), t(kernel.sameResult ? 'cli.bench.yes' : 'cli.bench.no')]
				]),
		[t('cli.bench.games1'), number(games.perSecond1, 1)],
		[t('cli.bench.games2'), number(games.perSecond2, 1)],
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
	const asked = targets.map(({ name, most, measured, met }) => [
		t(`cli.bench.target.${name}`),
		`${number(measured, 2)} / ${number(most, 2)}`,
		t(met ? 'cli.bench.met' : 'cli.bench.missed')
	]);
	const held = table([t('cli.bench.targets'), t('cli.bench.most'), ''], asked, ['left', 'right', 'left']);
	const body = table([t('cli.column.measure'), t('cli.column.value')], rows, ['left', 'right']);
	return `${head}\n${t('cli.bench.machine', { ...machine })}\n\n${body}\n\n${held}`;
}
