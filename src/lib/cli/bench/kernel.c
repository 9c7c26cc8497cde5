/*
 * The outlets' week once more, in C: the yardstick that `shapan bench` lays beside the engine's own. Same rules, same
 * order of every operation on a figure (src/lib/engine/systems: relations, calls, listing, households, trade, tally,
 * outlets), so that the results are equal to the bit, but outlet by outlet in one pass, as a compiler of C likes it best;
 * compiled without contraction of floating-point operations.
 *
 * Reads a file of one week (the fields below in this order: scalars as doubles, arrays as a 64-bit count and their
 * elements, each padded to 8 bytes), plays it `rounds` times from the same start, writes the arrays that a week changes
 * and prints the nanoseconds of each round.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SCALARS(X) \
	X(week) X(outlets) X(areas) X(products) X(firms) X(k0) X(k1) X(noiseWord) X(noiseFlipped) X(outsideWord) \
	X(noise) X(relationLift) X(tierLeak) X(otherBrand) X(otherPack) X(smoothing) X(relationSpeed) \
	X(unservedDelist) X(siblingListing) X(trialOptimism) \
	X(maxGapWeeks) X(restReviews) X(wrongPerson) X(stockOutGrievance) X(cutGrievance) X(grievanceDelist) X(grievanceChill)

#define INPUTS(X) \
	X(int32_t, areaStart) X(int32_t, firmStart) X(uint8_t, productFirm) X(uint8_t, productTier) \
	X(int32_t, saleWords) X(int32_t, listWords) X(int32_t, delistWords) \
	X(uint8_t, areaRegion) X(int32_t, outletRow) X(uint8_t, outletClass) X(double, outletSize) \
	X(uint8_t, outletCycle) X(uint8_t, outletOffset) X(uint8_t, outletPanel) \
	X(uint8_t, outletCore) X(int16_t, via) \
	X(double, level) X(double, noBuy) X(double, tierDemand) X(double, attraction) X(double, buy) X(double, shelf) \
	X(uint8_t, orderDay) X(int32_t, ageWeeks) X(int32_t, ageSteps) X(int32_t, dealer) X(double, cover) X(int32_t, pack) X(double, perPack) X(int32_t, width) X(int32_t, calls) \
	X(double, closenessGoal) X(double, dependenceGoal) X(int32_t, slots) X(double, callWorth) X(double, listBase) X(double, delist) \
	X(double, listDeal) X(uint8_t, callRows) X(int32_t, personWords) X(double, personChance) X(double, visitFactors) \
	X(int32_t, priceGrievance) X(int32_t, healing)

#define CHANGED(X) \
	X(int32_t, stockNew) X(int32_t, stockOld) X(int32_t, inbound) X(double, forecast) X(uint8_t, listed) \
	X(uint8_t, facings) X(double, closeness) X(double, dependence) X(uint8_t, served) X(int32_t, deliverer) X(uint8_t, called) \
	X(int32_t, till) X(int32_t, outside) X(int32_t, panelSold) X(int32_t, panelOutside) \
	X(double, missed) X(int32_t, ranOut) X(int32_t, coreSold) X(int32_t, coreOutside) X(int32_t, demand) X(int32_t, writtenOff) \
	X(int32_t, turnListed) X(int32_t, turnEmpty) X(int32_t, turnPanelListed) X(int32_t, turnPanelEmpty) \
	X(uint8_t, opening) X(uint8_t, keyPerson) X(uint8_t, grievance) X(int32_t, turnOpenings) X(int32_t, stands)

#define BLOCK 512
#define CLASSES 3
#define TIERS 3
#define DAYS 26
#define SHELF_WEEKS 4
#define CALL_ROWS 13
#define SERIES 4
#define RESTING 4
#define OPPOSED 128
#define CUT_GAP 0.3
enum { BEGUN, NEGOTIATED, TRIED, WON, DROPPED, BROKEN, EVENTS };

#define SCALAR(name) static double name;
SCALARS(SCALAR)
#define ARRAY(type, name) static type *restrict name; static int64_t name##Count;
INPUTS(ARRAY)
CHANGED(ARRAY)

static int W, O, K, F, WORDS;
static uint32_t K0, K1;
static int32_t *sold, *live, *had, *firmOrders, *firmShelves, *firmBare, *ageTurn;
static double tierWorth[TIERS], *pull, *firmLift, *firmPull, *firmMissed, *firmWorth;

static inline uint32_t mix(uint32_t h) {
	h = (h ^ (h >> 16)) * 0x21f0aaadu;
	h = (h ^ (h >> 15)) * 0xd35a2d97u;
	return h ^ (h >> 15);
}
static inline uint32_t drawWith(uint32_t own, uint32_t word) { return mix((own + word) ^ K1); }
static inline double uniformWith(uint32_t own, uint32_t word) { return drawWith(own, word) * (1.0 / 4294967296.0); }
static double normalScale;
static inline double normalishWith(uint32_t own) {
	uint32_t a = drawWith(own, (uint32_t)(int32_t)noiseWord);
	uint32_t b = drawWith(own, (uint32_t)(int32_t)noiseFlipped);
	return ((double)((a & 0xffff) + (a >> 16) + (b & 0xffff) + (b >> 16)) - 131070.0) * normalScale;
}
static inline double max(double a, double b) { return a > b ? a : b; }

static double hopedSales(int a, int o, int k) {
	int row = outletRow[o] * K;
	double sums[TIERS], hoped = 0;
	for (int t = 0; t < TIERS; t++) sums[t] = 1 + noBuy[a];
	for (int j = 0; j < K; j++)
		if (j == k || listed[o * K + j])
			for (int t = 0; t < TIERS; t++) sums[t] += attraction[row + j] * (productTier[j] == t ? 1 : tierLeak);
	for (int t = 0; t < TIERS; t++) {
		double own = attraction[row + k] * (productTier[k] == t ? 1 : tierLeak);
		hoped += (outletSize[o] * level[a] * tierDemand[a * TIERS + t] * own) / sums[t];
	}
	return hoped;
}

static int makeRoom(int o, double hoped) {
	int count = 0, slowest = -1;
	for (int k = 0; k < K; k++) {
		int cell = o * K + k;
		if (!listed[cell]) continue;
		count++;
		if (slowest < 0 || forecast[cell] < forecast[slowest]) slowest = cell;
	}
	if (count < slots[outletClass[o]]) return 1;
	if (slowest < 0 || forecast[slowest] >= hoped) return 0;
	listed[slowest] = 0;
	return 1;
}

static int place(int a, int o, int k, int d) {
	double hoped = trialOptimism * hopedSales(a, o, k);
	if (!makeRoom(o, hoped)) return 0;
	int cell = o * K + k;
	int64_t way = (int64_t)d * O + o;
	served[way] = 1;
	for (int f = 0; f < F; f++)
		if (dealer[a * F + f] == d) deliverer[o * F + f] = (viaCount > 0 ? via[way] : d) * K;
	listed[cell] = 1;
	stands[o * WORDS + k / 32] |= 1u << k % 32;
	forecast[cell] = hoped;
	facings[cell] = 1;
	return 1;
}

#define REVIEW_WEEKS 4

static inline double inReview(double weekly) {
	double kept = (1 - weekly) * (1 - weekly);
	return 1 - kept * kept;
}

static inline int gapOf(int cell) { return (W - (opening[cell] >> 4)) & 15; }
static inline void count(int a, int f, int event) { turnOpenings[(a * F + f) * EVENTS + event]++; }

static void review(uint32_t own, int a, int o) {
	for (int f = 0; f < F; f++) {
		int cell = o * F + f;
		int reached = deliverer[cell] >= 0;
		int held = grievance[cell], lists = 0, empties = 0;
		double bitter = held / 255.0;
		double tie = (1 + grievanceDelist * bitter) * (1 - closeness[cell]) * (1 - dependence[cell]);
		for (int k = firmStart[f]; k < firmStart[f + 1]; k++) {
			int shelf_ = o * K + k;
			if (!listed[shelf_]) continue;
			lists = 1;
			int empty = stockNew[shelf_] + stockOld[shelf_] + inbound[shelf_] == 0;
			empties |= empty;
			double weekly = (empty ? 2 : 1) * delist[a * K + k] * tie;
			double chance = inReview(empty && !reached ? unservedDelist : fmin(1, weekly));
			listed[shelf_] = uniformWith(own, (uint32_t)delistWords[k]) >= chance;
		}
		int step = opening[cell] & 15;
		if (!(lists | held | opening[cell])) continue;
		closeness[cell] = closeness[cell] * (1 - grievanceChill * bitter);
		double fall = dependence[cell] - dependenceGoal[callRows[cell]];
		int felt = lists * (int)(empties * stockOutGrievance + (fall > CUT_GAP ? cutGrievance : 0) + priceGrievance[a * F + f]);
		int left = held + (felt > 0 ? felt : -healing[f]);
		grievance[cell] = (uint8_t)(left < 0 ? 0 : left > 255 ? 255 : left);
		if (step > RESTING)
			opening[cell] = (uint8_t)(step == RESTING + 1 ? 0 : step - 1);
		else if (step > 0 && gapOf(cell) > maxGapWeeks) {
			opening[cell] = 0;
			count(a, f, BROKEN);
		}
	}
}

static void call(uint32_t own, int a, int o, int f, int visits) {
	int cell = o * F + f, d = dealer[a * F + f], step = opening[cell] & 15, lists = 0, all = 1;
	if (d < 0) return;
	for (int k = firmStart[f]; k < firmStart[f + 1]; k++) {
		lists |= listed[o * K + k];
		all &= listed[o * K + k];
	}
	if (all && keyPerson[cell]) {
		opening[cell] = 0;
		return;
	}
	if (!lists && step > RESTING) return;
	if (step > 0 && gapOf(cell) > maxGapWeeks) {
		count(a, f, BROKEN);
		step = 0;
	}
	int row = a * F * CALL_ROWS + callRows[cell];
	if (!keyPerson[cell] && (lists || step == 0) && uniformWith(own, (uint32_t)personWords[f]) < personChance[row])
		keyPerson[cell] = 1;
	if (lists) opening[cell] = 0;
	if (all) return;
	double door = (keyPerson[cell] ? 1 : wrongPerson) * (grievance[cell] < OPPOSED ? 1 : 0);
	double factor = lists ? door : door * visitFactors[step];
	double warmth = 0.6 + 0.8 * dependence[cell];
	int won = 0;
	for (int k = firmStart[f]; k < firmStart[f + 1]; k++) {
		int product = outletRow[o] * K + k;
		double base = listBase[product];
		if (listed[o * K + k] || base < 0) continue;
		double worth = callWorth[row * 2 + (deliverer[cell] >= 0)] * factor;
		double perCall = worth * (lists | won ? siblingListing : 1) * (base * warmth + listDeal[product]);
		if (perCall > 0.9) perCall = 0.9;
		double refused = 1;
		for (int i = 0; i < (lists ? visits : 1); i++) refused *= 1 - perCall;
		if (uniformWith(own, (uint32_t)listWords[k]) < 1 - refused && place(a, o, k, d)) won = 1;
	}
	if (lists) return;
	if (step == 0) count(a, f, BEGUN);
	if (won) {
		opening[cell] = 0;
		count(a, f, WON);
	} else if (step == SERIES - 1) {
		opening[cell] = (uint8_t)(restReviews == 0 ? 0 : RESTING + restReviews);
		count(a, f, DROPPED);
	} else {
		opening[cell] = (uint8_t)((step + 1) | ((W & 15) << 4));
		if (step > 0) count(a, f, step);
	}
}

static double shareMissed(int area, int row, int n) {
	double standing = 1, toOthers = 0;
	for (int f = 0; f < F; f++) {
		firmMissed[f] = 0;
		firmPull[f] = 0;
	}
	for (int i = 0; i < n; i++) {
		int k = live[i];
		double there = pull[i] * (had[i] > 0);
		double turned = buy[row + k] * (pull[i] - there) * tierWorth[productTier[k]];
		firmPull[productFirm[k]] += there;
		standing += there;
		firmMissed[productFirm[k]] += turned;
		missed[area + k] += turned;
	}
	for (int f = 0; f < F; f++) {
		double there = firmPull[f], away = firmMissed[f];
		double pack_ = there > 0 ? otherPack : 0;
		double others = ((otherBrand + otherPack - pack_) * away) / (standing - there);
		toOthers += others;
		firmWorth[f] = (there > 0 ? (pack_ * away) / there : 0) - others;
	}
	return toOthers;
}

static int facingsOf(double share) {
	double whole = floor(share + 0.5);
	return whole < 1 ? 1 : whole > 255 ? 255 : (int)whole;
}

static void shareShelf(int o, int n) {
	int cells = o * K;
	double all = 0;
	for (int i = 0; i < n; i++) all += forecast[cells + live[i]] * listed[cells + live[i]];
	double each = all > 0 ? width[outletClass[o]] / all : 0;
	for (int i = 0; i < n; i++) facings[cells + live[i]] = (uint8_t)facingsOf(forecast[cells + live[i]] * each);
}

static void trade(int a, int from, int to) {
	double base = 1 + noBuy[a];
	int r = areaRegion[a], area = a * K;
	for (int o = from; o < to; o++) {
		uint32_t own = mix((uint32_t)o ^ K0);
		int c = outletClass[o], cycle = outletCycle[o], offset = outletOffset[o];
		int ownDay = orderDay[c * DAYS + offset];
		for (int f = 0; f < F; f++) {
			int cell = o * F + f, calling = callRows[cell];
			closeness[cell] = closeness[cell] + relationSpeed * (closenessGoal[a * F * CALL_ROWS + calling] - closeness[cell]);
			dependence[cell] = dependence[cell] + relationSpeed * (dependenceGoal[calling] - dependence[cell]);
		}
		if ((W + o) % REVIEW_WEEKS == 0) review(own, a, o);
		for (int f = 0; f < F; f++) {
			int cell = o * F + f;
			int visits = calls[callRows[cell] * DAYS + offset];
			if (visits > 0) {
				called[cell] = 1;
				call(own, a, o, f, visits);
			}
			firmLift[f] = 1 + relationLift * closeness[cell];
			firmWorth[f] = 0;
			firmOrders[f] = ownDay | visits ? deliverer[cell] : -1;
		}
		double factor = max(0, 1 + noise * normalishWith(own));
		double demand_ = outletSize[o] * level[a] * factor;
		int cells = o * K, row = outletRow[o] * K, n = 0;
		double all = 0, economy = 0, standard = 0, gone = 0, worth = 0;
		for (int word = 0; word < WORDS; word++)
			for (uint32_t mask = stands[o * WORDS + word]; mask; mask &= mask - 1) {
				int k = word * 32 + __builtin_ctz(mask), cell = cells + k;
				int have = stockNew[cell] + inbound[cell] + stockOld[cell];
				if (!(have | listed[cell])) {
					stands[o * WORDS + word] &= ~(mask & -mask);
					continue;
				}
				double p = attraction[row + k] * shelf[facings[cell]] * firmLift[productFirm[k]];
				live[n] = k;
				had[n] = have;
				pull[n++] = p;
				all += p;
				economy += p * (productTier[k] == 0);
				standard += p * (productTier[k] == 1);
				gone += p - p * (have > 0);
			}
		double tierPull[TIERS] = {economy, standard, max(0, all - economy - standard)};
		for (int t = 0; t < TIERS; t++) {
			double mine = tierPull[t];
			double each = (demand_ * tierDemand[a * TIERS + t]) / (base + mine + tierLeak * (all - mine));
			tierWorth[t] = each;
			worth += each;
		}
		for (int t = 0; t < TIERS; t++) tierWorth[t] = tierWorth[t] + tierLeak * (worth - tierWorth[t]);
		double toOthers = gone > 0 ? shareMissed(area, row, n) : 0;
		for (int i = 0; i < n; i++) {
			int k = live[i], f = productFirm[k], cell = cells + k;
			int have = had[i];
			double each = tierWorth[productTier[k]] + firmWorth[f] + toOthers;
			double wanted = buy[row + k] * pull[i] * each;
			int units = (int)(wanted + uniformWith(own, (uint32_t)saleWords[k])) & -(have > 0);
			int out = units < have ? units : have;
			int old = stockOld[cell], fromOld = out < old ? out : old;
			int left = have - out;
			stockOld[cell] = old - fromOld;
			stockNew[cell] = left - (old - fromOld);
			sold[i] = out;
			till[row + k] += out;
			ranOut[area + k] += units - out;
			double before = forecast[cell];
			int on = listed[cell], bare = left == 0;
			firmShelves[f] += on;
			firmBare[f] += on & bare;
			int learns = left > 0 || out > before;
			double next = learns ? smoothing * out + (1 - smoothing) * before : before;
			forecast[cell] = next;
			int units_ = 0;
			if (firmOrders[f] >= 0) {
				double upTo = next * (cycle + cover[(r * CLASSES + c) * K + k]);
				double nearest = floor((upTo - left) * perPack[k] + 0.5);
				double least = ceil((next * cycle - left) * perPack[k]);
				units_ = (int)(on * max(max(nearest, least), bare) * pack[k]);
				demand[firmOrders[f] + k] += units_;
			}
			inbound[cell] = units_;
		}
		int others = (int)(worth + toOthers + uniformWith(own, (uint32_t)(int32_t)outsideWord));
		outside[a] += others;
		if (outletPanel[o]) {
			panelOutside[a] += others;
			for (int i = 0; i < n; i++) {
				int k = live[i], cell = cells + k, count_ = a * F + productFirm[k];
				panelSold[area + k] += sold[i];
				turnPanelListed[count_] += listed[cell];
				turnPanelEmpty[count_] += listed[cell] & (stockNew[cell] + stockOld[cell] == 0);
			}
		}
		if (outletCore[o]) {
			for (int i = 0; i < n; i++) coreSold[r * K + live[i]] += sold[i];
			coreOutside[r] += others;
		}
		if ((W + o) % SHELF_WEEKS == 0) shareShelf(o, n);
	}
	for (int f = 0; f < F; f++) {
		turnListed[a * F + f] += firmShelves[f];
		turnEmpty[a * F + f] += firmBare[f];
		firmShelves[f] = firmBare[f] = 0;
	}
}

static void grow(int from, int to) {
	for (int i = 0; i < ageStepsCount; i++) ageTurn[i] = (W + 1 + from) % ageSteps[i];
	for (int o = from; o < to; o++) {
		for (int i = 0; i < ageStepsCount; i++) {
			int turn = ageTurn[i];
			ageTurn[i] = turn + 1 == ageSteps[i] ? 0 : turn + 1;
			if (turn != 0) continue;
			for (int k = 0; k < K; k++) {
				if (ageWeeks[k] != ageSteps[i]) continue;
				int cell = o * K + k;
				writtenOff[k] += stockOld[cell];
				stockOld[cell] = stockNew[cell];
				stockNew[cell] = 0;
			}
		}
	}
}

static void *readArray(FILE *file, size_t size, int64_t *count) {
	if (fread(count, 8, 1, file) != 1) exit(2);
	size_t bytes = ((size_t)*count * size + 7) / 8 * 8;
	void *array = malloc(bytes + 8);
	if (array == NULL || fread(array, 1, bytes, file) != bytes) exit(2);
	return array;
}

int main(int argc, char **argv) {
	if (argc != 4) return 2;
	FILE *file = fopen(argv[1], "rb");
	if (file == NULL) return 2;
#define READ_SCALAR(name) if (fread(&name, 8, 1, file) != 1) return 2;
	SCALARS(READ_SCALAR)
#define READ_ARRAY(type, name) name = readArray(file, sizeof(type), &name##Count);
	INPUTS(READ_ARRAY)
	CHANGED(READ_ARRAY)
	fclose(file);
	W = (int)week, O = (int)outlets, K = (int)products, F = (int)firms;
	K0 = (uint32_t)(int64_t)k0, K1 = (uint32_t)(int64_t)k1;
	normalScale = 1 / sqrt(4294967295.0 / 3);
	sold = calloc(K, sizeof *sold);
	ageTurn = calloc((size_t)ageStepsCount + 1, sizeof *ageTurn);
	WORDS = (K + 31) / 32;
	live = calloc(K, 4), had = calloc(K, 4), firmOrders = calloc(F, 4), firmShelves = calloc(F, 4), firmBare = calloc(F, 4);
	pull = calloc(K, 8), firmLift = calloc(F, 8), firmPull = calloc(F, 8), firmMissed = calloc(F, 8), firmWorth = calloc(F, 8);
#define KEEP(type, name) \
	type *name##Start = malloc((size_t)name##Count * sizeof(type) + 8); \
	memcpy(name##Start, name, (size_t)name##Count * sizeof(type));
	CHANGED(KEEP)
	int rounds = atoi(argv[3]);
	for (int round = 0; round < rounds; round++) {
#define RESTORE(type, name) memcpy(name, name##Start, (size_t)name##Count * sizeof(type));
		CHANGED(RESTORE)
		struct timespec started, ended;
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &started);
		for (int a = 0; a < (int)areas; a++)
			for (int from = areaStart[a]; from < areaStart[a + 1]; from += BLOCK) {
				int to = from + BLOCK < areaStart[a + 1] ? from + BLOCK : areaStart[a + 1];
				trade(a, from, to);
				grow(from, to);
			}
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ended);
		printf("%.0f\n", (ended.tv_sec - started.tv_sec) * 1e9 + (ended.tv_nsec - started.tv_nsec));
	}
	FILE *result = fopen(argv[2], "wb");
	if (result == NULL) return 2;
#define WRITE(type, name) \
	if (fwrite(name, sizeof(type), (size_t)name##Count, result) != (size_t)name##Count) return 2;
	CHANGED(WRITE)
	return fclose(result) == 0 ? 0 : 2;
}
