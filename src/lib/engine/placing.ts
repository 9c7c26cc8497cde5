/** Where outlets stand, how large they are, and who delivers to them (rules W1–W5, W9). */
import { ascending } from './ascending.ts';
import { volumeOf, type Draft } from './generate.ts';
import { shareOut } from './ledger.ts';
import { worldRandom } from './random.ts';
import type { AreaSpec } from './spec.ts';
import { CHANNELS, CLASSES } from './vocab.ts';
import { at } from './world.ts';

/** What makes an outlet of this channel likelier to be large (A): the trade's own order of size. Design (A). */
const SIZE_BIAS = [0.6, 0, 0.2, 0.15, 0.1];

/** W1–W4: channel, class and size of the outlets of one area, and which are sample points. */
export function placeOutlets(world: Draft, a: number, area: AreaSpec, start: number): void {
	const random = worldRandom(`${world.worldSeed}/area/${area.id}`);
	const channels = world.outletChannel.subarray(start, start + area.outlets);
	shuffleChannels(area, random, channels);
	const members = classMembers(world, area, channels, random);
	for (const [c, own] of members.entries())
		for (let m = 0; m < own.length; m++) world.outletClass[start + own[m]!] = c;
	world.outletArea.fill(a, start, start + area.outlets);
	world.outletRepresents.fill(area.represents, start, start + area.outlets);
	sizeOutlets(world, area, start, members, random);
	choosePanel(world, area.outlets, start);
}

/** W1 */
function shuffleChannels(area: AreaSpec, random: () => number, channels: Uint8Array): void {
	const n = area.outlets;
	const perChannel = new Float64Array(CHANNELS.length);
	shareOut(
		n,
		CHANNELS.map((c) => millionths(area.channelMix[c])),
		perChannel
	);
	let placed = 0;
	for (let c = 0; c < perChannel.length; c++) {
		channels.fill(c, placed, placed + perChannel[c]!);
		placed += perChannel[c]!;
	}
	// Fisher–Yates, so that channel does not follow position.
	for (let i = n - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const held = channels[i]!;
		channels[i] = channels[j]!;
		channels[j] = held;
	}
}

/** W2 Outlets of the area by class, in their order. */
function classMembers(
	world: Draft,
	area: AreaSpec,
	channels: Uint8Array,
	random: () => number
): readonly Int32Array[] {
	const n = area.outlets;
	const { classes } = world.spec.category;
	// The largest come first.
	const keys = new Float64Array(n);
	for (let i = 0; i < n; i++) keys[i] = 0 - (random() + SIZE_BIAS[channels[i]!]!);
	const bySize = ascending(keys, n);
	const perClass = new Float64Array(CLASSES.length);
	shareOut(
		n,
		CLASSES.map((c) => millionths(classes[c].outletShare)),
		perClass
	);
	let taken = 0;
	return CLASSES.map((_, c) => {
		const own = bySize.slice(taken, taken + perClass[c]!).sort();
		taken += own.length;
		return own;
	});
}

/** W3 Pareto-like tail inside the class, then scaled so that the file's volume split holds exactly. */
function sizeOutlets(
	world: Draft,
	area: AreaSpec,
	start: number,
	members: readonly Int32Array[],
	random: () => number
): void {
	const { category, channelRules } = world.spec;
	const n = area.outlets;
	const raw = new Float64Array(n);
	for (let i = 0; i < n; i++) raw[i] = tail(random(), category.sizeTail);
	const total = volumeOf(area);
	const presentShare = CLASSES.reduce(
		(sum, name, c) => (at(members, c).length > 0 ? sum + category.classes[name].volumeShare : sum),
		0
	);
	const keys = new Float64Array(n);
	for (const [c, name] of CLASSES.entries()) {
		const own = at(members, c);
		const count = own.length;
		let sum = 0;
		for (let m = 0; m < count; m++) sum += raw[own[m]!]!;
		// An area too small for any class with volume has its volume all the same: by outlets then.
		const share = presentShare > 0 ? category.classes[name].volumeShare / presentShare : count / n;
		const volume = total * share;
		const cycle = channelRules.outletCycleWeeks[name];
		// A random order within the class, as evenly spaced ranks in [0, 1).
		for (let m = 0; m < count; m++) keys[m] = random();
		const order = ascending(keys, count);
		for (let place = 0; place < count; place++) world.outletRank[start + own[order[place]!]!] = place / count;
		for (let m = 0; m < count; m++) {
			const o = start + own[m]!;
			world.outletCore[o] = name === 'A' && CHANNELS[world.outletChannel[o]!] === 'onPremise' ? 1 : 0;
			world.outletSize[o] = (raw[own[m]!]! * volume) / sum;
			world.outletCycle[o] = cycle;
			world.outletOffset[o] = Math.floor(random() * cycle);
		}
	}
}

/** W4: fixed sample points, spread evenly over the size order so that the panel is no accident. */
function choosePanel(world: Draft, n: number, start: number): void {
	const panel = Math.min(n, Math.max(Math.floor(n * world.spec.channelRules.panelShare + 0.5), 1));
	// The largest come first.
	const order = ascending(
		world.outletSize.subarray(start, start + n).map((size) => 0 - size),
		n
	);
	for (let p = 0; p < panel; p++) world.outletPanel[start + order[Math.floor(((p + 0.5) * n) / panel)]!] = 1;
}

/** Whole weights for the exact split. */
const millionths = (share: number): number => Math.floor(share * 1_000_000 + 0.5);

function tail(u: number, exponent: number): number {
	// (1 − u)^(−t) by repeated roots would drag pow in; the rational form has the same heavy tail and stays cheap.
	return 1 + (exponent * u) / (1.02 - u);
}

/** W5: which outlets a dealer delivers to, the stated share of each area, larger outlets no likelier. */
export function connect(world: Draft, d: number): void {
	const dealer = at(world.spec.dealers, d);
	for (const [id, a] of world.index.area) {
		const from = world.areaStart[a]!;
		const n = world.areaStart[a + 1]! - from;
		const wanted = Math.min(n, Math.floor(n * (dealer.reach[id] ?? 0) + 0.5));
		if (wanted === 0) continue;
		// A stream of its own for each area, so that an area in front shifts nobody's network.
		const random = worldRandom(`${world.worldSeed}/dealer/${dealer.id}/${id}`);
		const keys = new Float64Array(n);
		for (let i = 0; i < n; i++) keys[i] = random();
		const order = ascending(keys, n);
		const first = d * world.outlets + from;
		for (let place = 0; place < wanted; place++) world.reach[first + order[place]!] = 1;
	}
}

/** W9: which of its outlets a dealer leaves to its second tier, larger ones no likelier, nobody's twice. */
export function hand(world: Draft, d: number): void {
	const first = d * world.outlets;
	world.via.fill(d, first, first + world.outlets);
	const seconds = at(world.secondsOf, d);
	if (seconds.length === 0) return;
	const network = new Int32Array(world.outlets);
	const keys = new Float64Array(world.outlets);
	for (const [id, a] of world.index.area) {
		const random = worldRandom(`${world.worldSeed}/second-tier/${at(world.spec.dealers, d).id}/${id}`);
		let count = 0;
		for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
			const key = random();
			if (world.reach[first + o] !== 1) continue;
			network[count] = o;
			keys[count++] = key;
		}
		const order = ascending(keys, count);
		let share = 0;
		for (const second of seconds) {
			const from = Math.floor(count * share + 0.5);
			share += at(world.spec.dealers, second).reach[id] ?? 0;
			const to = Math.min(count, Math.floor(count * share + 0.5));
			for (let place = from; place < to; place++) world.via[first + network[order[place]!]!] = second;
		}
	}
}
