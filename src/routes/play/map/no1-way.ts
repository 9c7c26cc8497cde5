/** The way to No.1 as a screen tells it: three indicators against the best rival, accounts by kind. */
import type { AccountToWin, AreaView, Figure, FirmView } from '#lib/engine/view.ts';
import { NO1_RATIO } from '#lib/engine/vocab.ts';

export interface Indicator {
	readonly name: 'ratio' | 'occupancy' | 'insideA';
	readonly own: Figure;
	/** The best of the others; null where the figure is a ratio to it already. */
	readonly best: { readonly firm: string; readonly figure: Figure } | null;
	readonly first: boolean;
}

export function indicators(area: AreaView, firms: FirmView['firms']): Indicator[] {
	const compared = (name: 'occupancy' | 'insideA'): Indicator => {
		const figures = area.no1[name];
		const me = firms.findIndex(({ role }) => role === 'player');
		const own = figures[me] ?? area.ratio;
		let best: Indicator['best'] = null;
		for (const [f, figure] of figures.entries()) {
			const firm = firms[f];
			if (f !== me && firm !== undefined && (figure.value ?? -1) > (best?.figure.value ?? -1))
				best = { firm: firm.id, figure };
		}
		return { name, own, best, first: (own.value ?? 0) > (best?.figure.value ?? 0) };
	};
	const ratio: Indicator = {
		name: 'ratio',
		own: area.ratio,
		best: null,
		first: (area.ratio.value ?? 0) >= NO1_RATIO
	};
	return [ratio, compared('occupancy'), compared('insideA')];
}

export interface AccountGroup extends Pick<AccountToWin, 'outletClass' | 'channel' | 'gainUnits'> {
	readonly key: string;
	/** Real accounts. */
	readonly accounts: number;
}

/** In the order in which they first come: A before B before C. */
export function accountGroups(accounts: readonly AccountToWin[]): AccountGroup[] {
	const groups = new Map<string, AccountGroup>();
	for (const { outletClass, channel, represents, gainUnits } of accounts) {
		const key = `${outletClass} ${channel}`;
		const before = groups.get(key);
		groups.set(key, {
			key,
			outletClass,
			channel,
			accounts: (before?.accounts ?? 0) + represents,
			gainUnits: gainUnits === null ? null : (before?.gainUnits ?? 0) + gainUnits
		});
	}
	return [...groups.values()];
}
