/** What map and list say of an area: the same row for both. */
import type { AreaView, Figure, FirmView } from '#lib/engine/view.ts';
import { areaStanding, type AreaStanding } from '#lib/map/standing.ts';

export interface AreaRow {
	readonly area: AreaView;
	readonly standing: AreaStanding;
	readonly own: Figure;
	/** Null where no rival is known to sell. */
	readonly rival: { readonly firm: string; readonly share: Figure } | null;
}

/** @param player id of the own firm */
export function areaRow(area: AreaView, firms: FirmView['firms'], player: string): AreaRow | null {
	let own: Figure | null = null;
	let rival: AreaRow['rival'] = null;
	for (const [f, { id }] of firms.entries()) {
		const share = area.shares[f];
		if (share === undefined) continue;
		if (id === player) own = share;
		else if ((share.value ?? 0) > (rival?.share.value ?? 0)) rival = { firm: id, share };
	}
	return own === null ? null : { area, standing: areaStanding(area.ratio.value), own, rival };
}

export function areaRows(view: FirmView): AreaRow[] {
	return view.areas.flatMap((area) => areaRow(area, view.firms, view.firm) ?? []);
}
