/*
 * The outlets' week once more, in C: the yardstick that `shapan bench` lays beside the engine's own. Same rules, same
 * order of every operation (src/lib/engine/systems: relations, households, outlets), so that the results are equal to
 * the bit; compiled without contraction of floating-point operations.
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
	X(double, isEconomy) X(double, isStandard) \
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
	X(uint8_t, facings) X(double, closeness) X(double, dependence) X(uint8_t, served) X(uint8_t, called) \
	X(int32_t, till) X(int32_t, outside) X(int32_t, panelSold) X(int32_t, panelOutside) \
	X(double, missed) X(int32_t, ranOut) X(int32_t, coreSold) X(int32_t, coreOutside) X(int32_t, demand) X(int32_t, writtenOff) \
	X(int32_t, turnListed) X(int32_t, turnEmpty) X(int32_t, turnPanelListed) X(int32_t, turnPanelEmpty) \
	X(uint8_t, opening) X(uint8_t, keyPerson) X(uint8_t, grievance) X(int32_t, turnOpenings)

#define BLOCK 64
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

static int W, O, K, F;
static uint32_t K0, K1;
static int32_t *sold, *live, *liveEnd, *ageTurn;
static double tierWorth[TIERS], *pull, *absent, *firmLift, *firmPull, *firmMissed, *firmWorth;

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
	double hoped = 0;
	for (int t = 0; t < TIERS; t++) {
		double sum = 1 + noBuy[a];
		for (int j = 0; j < K; j++)
			if (j == k || listed[o * K + j]) sum += attraction[row + j] * (productTier[j] == t ? 1 : tierLeak);
		double own = attraction[row + k] * (productTier[k] == t ? 1 : tierLeak);
		hoped += (outletSize[o] * level[a] * tierDemand[a * TIERS + t] * own) / sum;
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

static int win(int a, int o, int f, int k, int row, int visits, double factor) {
	int product = outletRow[o] * K + k;
	double base = listBase[product];
	if (base < 0) return 0;
	int d = dealer[a * F + f];
	int reached = served[(int64_t)d * O + o];
	double worth = callWorth[row * 2 + reached] * factor;
	double warmth = 0.6 + 0.8 * dependence[o * F + f];
	double door = 1;
	for (int j = firmStart[f]; j < firmStart[f + 1]; j++)
		if (listed[o * K + j]) door = siblingListing;
	double perCall = worth * door * (base * warmth + listDeal[product]);
	if (perCall > 0.9) perCall = 0.9;
	double refused = 1;
	for (int i = 0; i < visits; i++) refused *= 1 - perCall;
	if (uniformWith(mix((uint32_t)o ^ K0), (uint32_t)listWords[k]) >= 1 - refused) return 0;
	double hoped = trialOptimism * hopedSales(a, o, k);
	if (!makeRoom(o, hoped)) return 0;
	int cell = o * K + k;
	served[(int64_t)d * O + o] = 1;
	listed[cell] = 1;
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

static void review(uint32_t own, int a, int o, int f, int reached, int lists, double fall) {
	int cell = o * F + f;
	double bitter = grievance[cell] / 255.0;
	double tie = (1 + grievanceDelist * bitter) * (1 - closeness[cell]) * (1 - dependence[cell]);
	int empties = 0;
	for (int k = firmStart[f]; k < firmStart[f + 1]; k++) {
		int shelf_ = o * K + k;
		if (!listed[shelf_]) continue;
		int empty = stockNew[shelf_] + stockOld[shelf_] + inbound[shelf_] == 0;
		empties |= empty;
		double weekly = (empty ? 2 : 1) * delist[a * K + k] * tie;
		double chance = inReview(empty && !reached ? unservedDelist : fmin(1, weekly));
		listed[shelf_] = uniformWith(own, (uint32_t)delistWords[k]) >= chance;
	}
	closeness[cell] = closeness[cell] * (1 - grievanceChill * bitter);
	int felt = lists * (int)(empties * stockOutGrievance + (fall > CUT_GAP ? cutGrievance : 0) + priceGrievance[a * F + f]);
	int left = grievance[cell] + (felt > 0 ? felt : -healing[f]);
	grievance[cell] = (uint8_t)(left < 0 ? 0 : left > 255 ? 255 : left);
	int step = opening[cell] & 15;
	if (step > RESTING)
		opening[cell] = (uint8_t)(step == RESTING + 1 ? 0 : step - 1);
	else if (step > 0 && gapOf(cell) > maxGapWeeks) {
		opening[cell] = 0;
		count(a, f, BROKEN);
	}
}

static void call(uint32_t own, int a, int o, int f, int row, int visits, int lists) {
	int cell = o * F + f, step = opening[cell] & 15;
	if (!lists && step > RESTING) return;
	if (step > 0 && gapOf(cell) > maxGapWeeks) {
		count(a, f, BROKEN);
		step = 0;
	}
	if (!keyPerson[cell] && (lists || step == 0) && uniformWith(own, (uint32_t)personWords[f]) < personChance[row])
		keyPerson[cell] = 1;
	double door = (keyPerson[cell] ? 1 : wrongPerson) * (grievance[cell] < OPPOSED ? 1 : 0);
	double factor = lists ? door : door * visitFactors[step];
	int won = 0;
	for (int k = firmStart[f]; k < firmStart[f + 1]; k++)
		if (!listed[o * K + k] && win(a, o, f, k, row, lists ? visits : 1, factor)) won = 1;
	if (lists) {
		opening[cell] = 0;
		return;
	}
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

static void relate(int a, int from, int to) {
	for (int o = from; o < to; o++) {
		uint32_t own = mix((uint32_t)o ^ K0);
		int reviews = (W + o) % REVIEW_WEEKS == 0;
		for (int f = 0; f < F; f++) {
			int cell = o * F + f, calling = callRows[cell];
			int row = a * F * CALL_ROWS + calling;
			int d = dealer[a * F + f];
			int visits = calls[calling * DAYS + outletOffset[o]];
			double binds = dependenceGoal[calling];
			closeness[cell] = closeness[cell] + relationSpeed * (closenessGoal[row] - closeness[cell]);
			double depend = dependence[cell] + relationSpeed * (binds - dependence[cell]);
			dependence[cell] = depend;
			if (visits > 0) called[cell] = 1;
			if (visits == 0 && !reviews) continue;
			int lists = 0;
			for (int k = firmStart[f]; k < firmStart[f + 1]; k++) lists |= listed[o * K + k];
			if (reviews && (lists | grievance[cell] | opening[cell])) review(own, a, o, f, d >= 0 && served[(int64_t)d * O + o], lists, depend - binds);
			if (visits > 0 && d >= 0) call(own, a, o, f, row, visits, lists);
		}
	}
}

static double shareMissed(int area, int row, int first, int end) {
	double standing = 1, toOthers = 0;
	for (int f = 0; f < F; f++) {
		firmMissed[f] = 0;
		firmPull[f] = 0;
	}
	for (int i = first; i < end; i++) {
		int k = live[i];
		double turned = buy[row + k] * absent[k] * tierWorth[productTier[k]];
		firmPull[productFirm[k]] += pull[k];
		standing += pull[k];
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

static void sell(int a, int from, int to) {
	double base = 1 + noBuy[a];
	int r = areaRegion[a], area = a * K;
	for (int o = from; o < to; o++) {
		uint32_t own = mix((uint32_t)o ^ K0);
		double factor = max(0, 1 + noise * normalishWith(own));
		double demand_ = outletSize[o] * level[a] * factor;
		int cells = o * K, row = outletRow[o] * K;
		int first = (o - from) * K, end = first;
		for (int f = 0; f < F; f++) {
			firmLift[f] = 1 + relationLift * closeness[o * F + f];
			firmWorth[f] = 0;
			for (int k = firmStart[f]; k < firmStart[f + 1]; k++) {
				int cell = cells + k;
				int fresh = stockNew[cell] + inbound[cell];
				stockNew[cell] = fresh;
				inbound[cell] = 0;
				live[end] = k;
				end += listed[cell] | (fresh + stockOld[cell] > 0);
			}
			liveEnd[(o - from) * F + f] = end;
		}
		double all = 0, economy = 0, standard = 0, gone = 0, worth = 0;
		for (int i = first; i < end; i++) {
			int k = live[i], cell = cells + k;
			int has = stockNew[cell] + stockOld[cell] > 0;
			double p = attraction[row + k] * shelf[facings[cell]] * firmLift[productFirm[k]];
			double there = p * has;
			pull[k] = there;
			absent[k] = p - there;
			all += p;
			economy += p * isEconomy[k];
			standard += p * isStandard[k];
			gone += p - there;
		}
		double tierPull[TIERS] = {economy, standard, max(0, all - economy - standard)};
		for (int t = 0; t < TIERS; t++) {
			double mine = tierPull[t];
			double each = (demand_ * tierDemand[a * TIERS + t]) / (base + mine + tierLeak * (all - mine));
			tierWorth[t] = each;
			worth += each;
		}
		for (int t = 0; t < TIERS; t++) tierWorth[t] = tierWorth[t] + tierLeak * (worth - tierWorth[t]);
		double toOthers = gone > 0 ? shareMissed(area, row, first, end) : 0;
		for (int i = first; i < end; i++) {
			int k = live[i], cell = cells + k;
			int have = stockNew[cell] + stockOld[cell];
			double each = tierWorth[productTier[k]] + firmWorth[productFirm[k]] + toOthers;
			double wanted = buy[row + k] * pull[k] * each;
			int units = (int)(wanted + uniformWith(own, (uint32_t)saleWords[k]));
			int out = units < have ? units : have;
			int old = stockOld[cell], fromOld = out < old ? out : old;
			stockOld[cell] = old - fromOld;
			stockNew[cell] = have - out - (old - fromOld);
			sold[first + k] = out;
			till[row + k] += out;
			ranOut[area + k] += units - out;
		}
		int others = (int)(worth + toOthers + uniformWith(own, (uint32_t)(int32_t)outsideWord));
		outside[a] += others;
		if (outletPanel[o]) {
			for (int i = first; i < end; i++) panelSold[area + live[i]] += sold[first + live[i]];
			panelOutside[a] += others;
		}
		if (outletCore[o]) {
			for (int i = first; i < end; i++) coreSold[r * K + live[i]] += sold[first + live[i]];
			coreOutside[r] += others;
		}
	}
}

static int facingsOf(double share) {
	double whole = floor(share + 0.5);
	return whole < 1 ? 1 : whole > 255 ? 255 : (int)whole;
}

static void shareShelf(int o) {
	int cells = o * K;
	double all = 0;
	for (int k = 0; k < K; k++) all += forecast[cells + k] * listed[cells + k];
	double each = all > 0 ? width[outletClass[o]] / all : 0;
	for (int k = 0; k < K; k++) facings[cells + k] = (uint8_t)facingsOf(forecast[cells + k] * each);
}

static void reorder(int a, int from, int to) {
	int coverRow = areaRegion[a] * K, tiered = viaCount > 0;
	for (int i = 0; i < ageStepsCount; i++) ageTurn[i] = (W + 1 + from) % ageSteps[i];
	for (int o = from; o < to; o++) {
		int c = outletClass[o], cycle = outletCycle[o], offset = outletOffset[o];
		int ownDay = orderDay[c * DAYS + offset];
		for (int f = 0, i = (o - from) * K; f < F; f++) {
			int d = dealer[a * F + f];
			int asks = ownDay || calls[callRows[o * F + f] * DAYS + offset] > 0;
			int orders = d >= 0 && asks && served[(int64_t)d * O + o];
			int dealerRow = (tiered && d >= 0 ? via[(int64_t)d * O + o] : d) * K;
			int shelves = 0, empty = 0, begin = i, end = liveEnd[(o - from) * F + f];
			for (; i < end; i++) {
				int k = live[i], cell = o * K + k;
				int left = stockNew[cell] + stockOld[cell];
				int out = sold[(o - from) * K + k];
				double before = forecast[cell];
				int on = listed[cell];
				shelves += on;
				empty += left == 0 ? on : 0;
				int learns = left > 0 || out > before;
				double next = learns ? smoothing * out + (1 - smoothing) * before : before;
				forecast[cell] = next;
			}
			if (orders)
				for (int j = begin; j < end; j++) {
					int k = live[j], shelf_ = o * K + k;
					int left = stockNew[shelf_] + stockOld[shelf_];
					double upTo = forecast[shelf_] * (cycle + cover[(coverRow + k) * CLASSES + c]);
					double nearest = floor((upTo - left) * perPack[k] + 0.5);
					double least = ceil((forecast[shelf_] * cycle - left) * perPack[k]);
					double packs = max(max(nearest, least), left == 0);
					int units = (int)(listed[shelf_] * packs * pack[k]);
					inbound[shelf_] = units;
					demand[dealerRow + k] += units;
				}
			int cell = a * F + f;
			turnListed[cell] += shelves;
			turnEmpty[cell] += empty;
			if (outletPanel[o]) {
				turnPanelListed[cell] += shelves;
				turnPanelEmpty[cell] += empty;
			}
		}
		if ((W + o) % SHELF_WEEKS == 0) shareShelf(o);
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
	sold = calloc((size_t)BLOCK * K, sizeof *sold);
	ageTurn = calloc((size_t)ageStepsCount + 1, sizeof *ageTurn);
	live = calloc((size_t)BLOCK * K + 1, sizeof *live), liveEnd = calloc((size_t)BLOCK * F, sizeof *liveEnd);
	pull = calloc(K, 8), absent = calloc(K, 8), firmLift = calloc(F, 8), firmPull = calloc(F, 8), firmMissed = calloc(F, 8), firmWorth = calloc(F, 8);
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
				relate(a, from, to);
				sell(a, from, to);
				reorder(a, from, to);
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
