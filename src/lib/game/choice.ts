/** What a reader chooses before a strategy plays, and how an address carries it. An address is not trusted. */

/** Bots in the order they are offered: the plain ones first, the method after them. */
export const BOTS = [
	'hold',
	'stuff',
	'spread-thin',
	'one-area-first',
	'random-legal',
	'price-war',
	'never-visit',
	'promo-addict',
	'outlet-war',
	'ad-war',
	'half-hearted'
] as const;
/** Those that an address may name and no list offers. */
export const PROBES = ['every-lever'] as const;
export type Bot = (typeof BOTS)[number] | (typeof PROBES)[number];

export interface Choice {
	/** Id of a listed scenario. */
	readonly scenario: string;
	readonly strategy: Bot;
	readonly seed: string;
}

export const DEFAULT_SEED = '1';
/** Narrower than the market's own rule: a seed stands in addresses, and in command lines that people paste. */
export const SEED = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/;

export const ADDRESS_CODES = ['ADDRESS_SCENARIO', 'ADDRESS_STRATEGY', 'ADDRESS_SEED'] as const;
export type AddressCode = (typeof ADDRESS_CODES)[number];

export interface Address {
	/** What the address says and may be used; parts that are missing or wrong are left out. */
	readonly choice: Partial<Choice>;
	/** What it says and may not. */
	readonly faults: readonly AddressCode[];
}

export function isBot(value: unknown): value is Bot {
	return ([...BOTS, ...PROBES] as readonly unknown[]).includes(value);
}

/** @param entries ids of the scenarios there are */
export function readAddress(params: Pick<URLSearchParams, 'get'>, entries: readonly string[]): Address {
	const [scenario, strategy, seed] = [params.get('scenario'), params.get('strategy'), params.get('seed')];
	const faults: AddressCode[] = [];
	const choice: { scenario?: string; strategy?: Bot; seed?: string } = {};
	if (scenario !== null && entries.includes(scenario)) choice.scenario = scenario;
	else if (scenario !== null) faults.push('ADDRESS_SCENARIO');
	if (isBot(strategy)) choice.strategy = strategy;
	else if (strategy !== null) faults.push('ADDRESS_STRATEGY');
	if (seed !== null && SEED.test(seed)) choice.seed = seed;
	else if (seed !== null) faults.push('ADDRESS_SEED');
	return { choice, faults };
}

/** Whether the address names a whole game, which can then be played without asking. */
export function isWhole(choice: Partial<Choice>): choice is Choice {
	return choice.scenario !== undefined && choice.strategy !== undefined && choice.seed !== undefined;
}

/** The query of an address that `readAddress` reads back. */
export function queryOf({ scenario, strategy, seed }: Choice): `?${string}` {
	return `?${new URLSearchParams({ scenario, strategy, seed })}`;
}

/** The command that plays the same game, to be run in a copy of the program. */
export function commandOf({ scenario, strategy, seed }: Choice): string {
	return `npx shapan run scenarios/${scenario}.yaml --seed ${seed} --strategy ${strategy}`;
}
