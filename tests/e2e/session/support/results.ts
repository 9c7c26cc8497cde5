import type { Fault, Result } from '#lib/result.ts';

/** @throws if a test took for granted what did not happen */
export function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.faults.map((it) => `${it.code}: ${it.message}`).join('\n'));
	return result.value;
}

export function faultsOf(result: Result<unknown>): readonly Pick<Fault, 'code' | 'params'>[] {
	return result.ok ? [] : result.faults.map(({ code, params }) => (params ? { code, params } : { code }));
}
