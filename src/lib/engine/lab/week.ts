/** One week of a lab (rules L2–L8): goods come in, buyers ask, everybody ships, everybody orders, goods age, costs. */
import { SOURCE, nodeCell } from '../echelon/chain.ts';
import {
	arrive,
	dispatch,
	growOlder,
	onHand,
	order,
	ration,
	readSlip,
	sendBack,
	takeOldest
} from '../echelon/goods.ts';
import { decide, type OrderRule } from '../echelon/rule.ts';
import { normalish, packPurpose, weekKey } from '../random.ts';
import { at } from '../world.ts';
import { nodeSpec, type LabChain, type LabState } from './chain.ts';
import type { LabNodeSpec } from './spec.ts';

/** What a week came to, by node. */
export interface LabWeek {
	/** Asked for at the ends of the chain below the node. */
	readonly demand: Int32Array;
	/** What the node ordered. */
	readonly orders: Int32Array;
	/** On its floor and owed by it when the week closed. */
	readonly stock: Int32Array;
	readonly backlog: Int32Array;
	/** First node whose figures outgrew the counters (L10); −1: none. */
	readonly runaway: number;
}

const LAB_STREAM = 'lab';
const DEMAND = packPurpose('demand');

/** L10 Stocks and orders beyond this are no market any more, and near the end of 32 bits. */
export const LARGEST = 100_000_000;

/** @param seed 32 hex digits; a series of figures draws nothing from it */
export function stepLab(chain: LabChain, state: LabState, seed: string): LabWeek {
	const week = state.clock[0]!;
	const demand = new Int32Array(chain.nodes);
	const asked = new Int32Array(chain.nodes);
	takeIn(chain, state, week);
	ask(chain, state, seed, week, demand);
	for (let node = 0; node < chain.nodes; node++)
		asked[node] = at(chain.customers, node).length === 0 ? sell(chain, state, node, demand[node]!) : 0;
	for (let node = 0; node < chain.nodes; node++)
		if (at(chain.customers, node).length > 0) asked[node] = supply(chain, state, node, week);
	takeBack(chain, state);
	const orders = new Int32Array(chain.nodes);
	let runaway = -1;
	for (let node = 0; node < chain.nodes; node++) {
		const units = reorder(chain, state, node, week, asked[node]!);
		if (runaway < 0 && Math.abs(units) > LARGEST) runaway = node;
		orders[node] = units;
	}
	growOlder(chain, state, week, (node, _k, units) => {
		state.writtenOff[node] = state.writtenOff[node]! + units;
	});
	const stock = new Int32Array(chain.nodes);
	const backlog = new Int32Array(chain.nodes);
	for (let node = 0; node < chain.nodes; node++) {
		stock[node] = onHand(chain, state, node, 0);
		backlog[node] = owedBy(chain, state, node, 0);
		if (runaway < 0 && Math.max(stock[node]!, backlog[node]!) > LARGEST) runaway = node;
		// L8
		const { holdingCents, backlogCents } = nodeSpec(chain, node);
		state.costCents[node] =
			state.costCents[node]! + holdingCents * stock[node]! + backlogCents * backlog[node]!;
	}
	state.clock[0] = week + 1;
	return { demand, orders, stock, backlog, runaway };
}

function takeIn(chain: LabChain, state: LabState, week: number): void {
	for (let node = 0; node < chain.nodes; node++) {
		const units = arrive(chain, state, node, 0, week);
		if (chain.supplier[node] === SOURCE) state.made[node] = state.made[node]! + units;
	}
}

/** L3 What buyers ask for at each end of the chain, and the news of it that the nodes above have. */
function ask(chain: LabChain, state: LabState, seed: string, week: number, demand: Int32Array): void {
	const process = chain.spec.demand;
	const [k0, k1, k2, k3] = process.source === 'ar1' ? weekKey(seed, LAB_STREAM, week) : [0, 0, 0, 0];
	let end = 0;
	for (let node = 0; node < chain.nodes; node++) {
		if (at(chain.customers, node).length > 0) continue;
		if (process.source === 'series') {
			demand[node] = at(process.units, Math.min(week, process.units.length - 1));
			continue;
		}
		const fresh = process.noise * normalish(k0, k1, k2, k3, end, DEMAND);
		const swing = process.rho * state.swing[node]! + fresh;
		state.swing[node] = swing;
		demand[node] = Math.max(0, Math.floor(process.mean + swing + 0.5));
		end++;
	}
	const news = (week % chain.newsSlots) * chain.nodes;
	for (const node of chain.upwards) {
		for (const customer of at(chain.customers, node)) demand[node] = demand[node]! + demand[customer]!;
		state.news[news + node] = demand[node]!;
	}
}

/** L4 An end of the chain serves its buyers; returns what they asked for this week. */
function sell(chain: LabChain, state: LabState, node: number, asked: number): number {
	const { unmet, deliveryPerWeek } = nodeSpec(chain, node);
	const wanted = state.due[node]! + asked;
	const units = Math.min(wanted, onHand(chain, state, node, 0), deliveryPerWeek ?? Infinity);
	takeOldest(chain, state.nodeStock, nodeCell(chain, node, 0), units);
	state.sold[node] = state.sold[node]! + units;
	const missing = wanted - units;
	state.due[node] = unmet === 'backlog' ? missing : 0;
	if (unmet === 'lost') state.lost[node] = state.lost[node]! + missing;
	return asked;
}

/** L4 A node inside the chain reads its customers' slips and shares what it has; returns what they ordered. */
function supply(chain: LabChain, state: LabState, node: number, week: number): number {
	const { unmet, deliveryPerWeek } = nodeSpec(chain, node);
	const customers = at(chain.customers, node);
	let asked = 0;
	for (const customer of customers) {
		const units = readSlip(chain, state, customer, 0, week);
		asked += units;
		state.backlog[customer] = state.backlog[customer]! + units;
	}
	const wants = customers.map((customer) => Math.max(0, state.backlog[customer]!));
	const able = Math.min(onHand(chain, state, node, 0), deliveryPerWeek ?? Infinity);
	for (const [i, units] of ration(able, wants).entries()) {
		const customer = at(customers, i);
		dispatch(chain, state, customer, 0, units, week);
		const left = state.backlog[customer]! - units;
		state.backlog[customer] = unmet === 'backlog' ? left : Math.min(0, left);
		if (unmet === 'lost') state.lost[node] = state.lost[node]! + Math.max(0, left);
	}
	return asked;
}

/** E8 From the source downwards, so that nobody passes on this week what it gets back. */
function takeBack(chain: LabChain, state: LabState): void {
	for (let i = chain.nodes - 1; i >= 0; i--) {
		const node = at(chain.upwards, i);
		state.sentBack[node] = state.sentBack[node]! + sendBack(chain, state, node, 0);
	}
}

/** What a node owes below; with `floor` 0 what customers owe it is not set off. */
function owedBy(chain: LabChain, state: LabState, node: number, floor = -Infinity): number {
	let units = state.due[node]!;
	for (const customer of at(chain.customers, node)) units += Math.max(floor, state.backlog[customer]!);
	return units;
}

/** L5–L7 The node's order; its forecast learns even in weeks in which the file says what it orders. */
function reorder(chain: LabChain, state: LabState, node: number, week: number, asked: number): number {
	const spec = nodeSpec(chain, node);
	const observed = spec.replenishment === 'sellThrough' ? told(chain, state, node, week) : asked;
	const net = onHand(chain, state, node, 0) - owedBy(chain, state, node);
	const rule = decide(chain, state, node, 0, week, observed, net, ruleOf(spec));
	const wanted = spec.pushUnits ?? Math.floor(rule / spec.batch + 0.5) * spec.batch;
	const units = spec.orderOverride[week] ?? Math.min(wanted, spec.capacityPerWeek ?? Infinity);
	order(chain, state, node, 0, units, week);
	return units;
}

/** L5 What was sold at the end of the chain, as late and as wrong as it gets here. */
function told(chain: LabChain, state: LabState, node: number, week: number): number {
	const { delayWeeks, bias } = nodeSpec(chain, node).information;
	const slot = (week + chain.newsSlots - delayWeeks) % chain.newsSlots;
	return Math.floor(state.news[slot * chain.nodes + node]! * (1 + bias) + 0.5);
}

/** L7 S′: so many units, and where the file says so what is forecast until an order arrives and some weeks more. */
export function ruleOf(node: LabNodeSpec): OrderRule {
	const { forecast, alpha, beta, targetUnits, coverWeeks, allowNegativeOrders } = node;
	return {
		theta: 'theta' in forecast ? forecast.theta : 0,
		alpha,
		beta,
		targetUnits,
		targetWeeks: coverWeeks === null ? 0 : node.orderDelay + node.leadWeeks + coverWeeks - 1,
		allowNegative: allowNegativeOrders
	};
}
