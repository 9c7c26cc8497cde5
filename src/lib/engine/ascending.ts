/** Beyond so many in a bucket they are sorted by comparison: keys may crowd, and then insertion would take its square. */
const CROWDED = 32;

/**
 * Places of the first `count` keys in ascending order of key, of equals the first first. Keys are mostly spread evenly:
 * each goes into the bucket where it would stand then, and only the few of a bucket are compared.
 */
export function ascending(keys: Float64Array, count: number): Int32Array {
	const order = new Int32Array(count);
	let least = Infinity;
	let most = -Infinity;
	for (let i = 0; i < count; i++) {
		least = Math.min(least, keys[i]!);
		most = Math.max(most, keys[i]!);
	}
	const scale = most > least ? (count - 1) / (most - least) : 0;
	const ends = new Int32Array(count + 1);
	const buckets = new Int32Array(count);
	for (let i = 0; i < count; i++) {
		const bucket = Math.floor((keys[i]! - least) * scale);
		buckets[i] = bucket;
		ends[bucket + 1] = ends[bucket + 1]! + 1;
	}
	for (let bucket = 0; bucket < count; bucket++) ends[bucket + 1] = ends[bucket + 1]! + ends[bucket]!;
	// From here on `ends[bucket]` is where the next of the bucket goes; at last, where the bucket ends.
	for (let i = 0; i < count; i++) order[ends[buckets[i]!]!++] = i;
	for (let bucket = 0, from = 0; from < count; bucket++) {
		const to = ends[bucket]!;
		if (to - from > CROWDED) order.subarray(from, to).sort((i, j) => keys[i]! - keys[j]! || i - j);
		else for (let place = from + 1; place < to; place++) insert(keys, order, from, place);
		from = to;
	}
	return order;
}

/** Moves what stands at `place` down to where it belongs among those from `from` on. */
function insert(keys: Float64Array, order: Int32Array, from: number, place: number): void {
	const i = order[place]!;
	const key = keys[i]!;
	let to = place;
	for (; to > from && key < keys[order[to - 1]!]!; to--) order[to] = order[to - 1]!;
	order[to] = i;
}
