/** Scenarios a host can open by name. */
import type { ScenarioSummary } from '../protocol/summary.ts';
import { ok } from '../result.ts';
import { refuse, type HostResult } from './faults.ts';
import type { Listed, ScenarioText } from './host.ts';

/** Texts by scenario id (the file's name without `.yaml`), each fetched when asked for. */
export type Library = Readonly<Record<string, () => Promise<string>>>;

/**
 * The file of an entry and all others, since which of them it extends shows only when it is read. One that cannot be
 * fetched is left out: only a scenario that extends it suffers.
 */
export async function textOf(library: Library, entry: string): Promise<HostResult<ScenarioText>> {
	if (!Object.hasOwn(library, entry)) {
		return refuse('SCENARIO_UNKNOWN', `no scenario “${entry}” in the library`, { entry });
	}
	const read = await Promise.all(
		Object.entries(library).map(async ([id, load]) => [id, await load().catch(() => null)] as const)
	);
	const texts = Object.fromEntries(read.filter((pair): pair is [string, string] => pair[1] !== null));
	const text = texts[entry];
	if (text === undefined) {
		return refuse('SCENARIO_UNREADABLE', `scenario “${entry}” could not be fetched`, { entry });
	}
	return ok({ file: `${entry}.yaml`, text, others: texts });
}

const isLab = ({ scenario }: Listed): boolean => scenario.ok && scenario.value.kind === 'lab';

/** One that cannot be read stands before all others, where it is seen. */
const difficultyOf = ({ scenario }: Listed): number => (scenario.ok ? scenario.value.meta.difficulty : 0);

/** @param describe reads one file; where that happens is the host's affair */
export async function listLibrary(
	library: Library,
	describe: (source: ScenarioText) => Promise<HostResult<ScenarioSummary>>
): Promise<HostResult<readonly Listed[]>> {
	const entries = Object.keys(library).sort();
	const listed = await Promise.all(
		entries.map(async (entry): Promise<Listed> => {
			const source = await textOf(library, entry);
			return { entry, scenario: source.ok ? await describe(source.value) : source };
		})
	);
	// A market that does not answer says nothing about a file.
	for (const { scenario } of listed) {
		if (!scenario.ok && scenario.faults.some((it) => !it.code.startsWith('SCENARIO_'))) return scenario;
	}
	// What can be played comes first, the easier before the harder.
	listed.sort((a, b) => Number(isLab(a)) - Number(isLab(b)) || difficultyOf(a) - difficultyOf(b));
	return ok(listed);
}
