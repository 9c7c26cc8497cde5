/**
 * The price order (价盘, rules P6–P9): what a product is usually sold at in a region gives way where it is sold below
 * the sheet, by promotion or by dealers that dump, and comes back slowly. It buys no volume; it costs the trade its
 * margin, and the firm the trade's goodwill.
 */
import { onHand } from '../echelon/goods.ts';
import { less, type PriceSheet } from '../prices.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import type { World } from '../world.ts';

/** P7 No dealer gives away more than this, however much it has. Design (A). */
const DEEPEST = 0.5;

/** P7 What a dealer in glut takes off the outlet's price, by how far its stock is beyond `glutDays`. Basis points. */
export function setDumping(world: World, state: State, turn: Turn): void {
	const { glutDays, dumpDepth } = world.spec.response;
	turn.dumpBp.fill(0);
	if (dumpDepth === 0) return;
	for (let r = 0; r < world.regions; r++)
		for (let k = 0; k < world.products; k++) {
			const d = state.dealerOf[world.productFirm[k]! * world.regions + r]!;
			const daily = d < 0 ? 0 : state.nodeForecast[d * world.products + k]! / 7;
			if (daily <= 0) continue;
			const beyond = onHand(world, state, d, k) / daily / glutDays - 1;
			if (beyond <= 0) continue;
			const depth = Math.min(DEEPEST, dumpDepth * beyond);
			turn.dumpBp[r * world.products + k] = Math.floor(depth * 10_000);
		}
}

/** P6 By how much the usual shelf price of a product stands below the sheet in a region. Basis points. */
export function erosionBp(world: World, state: State, r: number, k: number): number {
	return Math.floor(state.erosion[r * world.products + k]! * 10_000);
}

/**
 * P8 What an outlet earns on a unit at the usual price, relative to what the file's price sheet promised; 0 where it
 * earns nothing, at most 1.
 */
export function marginLeft(opening: PriceSheet, sheet: PriceSheet, eroded: number): number {
	const promised = opening.shelfNetCents - opening.outletCents;
	if (promised <= 0) return 1;
	const earned = less(sheet.shelfNetCents, eroded) - sheet.outletCents;
	return Math.min(1, Math.max(0, earned / promised));
}

/** P9 How much likelier an outlet drops what earns it only this part of its margin. */
export function looseBy(world: World, margin: number): number {
	return 1 + (world.spec.response.thinMargin - 1) * (1 - margin);
}

/** P6 After the week's trade: the usual price follows what was asked below the sheet, quickly down, slowly up. */
export function movePriceOrder(world: World, state: State, turn: Turn): void {
	const { priceErosion, priceRecovery } = world.spec.response;
	const { regionSold, cutSold } = turn;
	for (let cell = 0; cell < regionSold.length; cell++) {
		const promoted = regionSold[cell]! > 0 ? cutSold[cell]! / regionSold[cell]! : 0;
		const pressure = Math.max(promoted, turn.dumpBp[cell]! / 10_000);
		const now = state.erosion[cell]!;
		state.erosion[cell] = now + (pressure > now ? priceErosion : priceRecovery) * (pressure - now);
	}
}
