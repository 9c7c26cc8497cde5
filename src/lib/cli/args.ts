/** Arguments of a command against what it takes. Our own words for what is wrong, hence not `parseArgs`'s strictness. */
import { parseArgs } from 'node:util';
import { fail, fault, ok, type Fault, type Result } from '#lib/result.ts';

/** `switch` is there or not; `text` and `whole` want a value. */
export type OptionKind = 'switch' | 'text' | 'whole';

export interface Syntax {
	readonly options: Readonly<Record<string, OptionKind>>;
	/** Fewest and most files. */
	readonly files: readonly [number, number];
	/** Options that cannot be left out. */
	readonly required?: readonly string[];
}

export interface Arguments {
	readonly files: readonly string[];
	has(option: string): boolean;
	text(option: string): string | undefined;
	whole(option: string): number | undefined;
}

/** Options every command takes. */
export const COMMON: Readonly<Record<string, OptionKind>> = { help: 'switch', lang: 'text' };

export function readArguments(argv: readonly string[], syntax: Syntax): Result<Arguments> {
	const kinds = { ...syntax.options, ...COMMON };
	const { tokens } = parseArgs({
		args: [...argv],
		strict: false,
		allowPositionals: true,
		tokens: true,
		options: {
			...Object.fromEntries(
				Object.entries(kinds).map(([name, kind]) => [
					name,
					{ type: kind === 'switch' ? ('boolean' as const) : ('string' as const) }
				])
			),
			help: { type: 'boolean', short: 'h' }
		}
	});
	const values = new Map<string, string | true>();
	const files: string[] = [];
	const faults: Fault[] = [];
	for (const token of tokens) {
		if (token.kind === 'positional') files.push(token.value);
		if (token.kind !== 'option') continue;
		const { name, rawName, inlineValue } = token;
		// A following option is no value: whoever means one that begins with a dash writes --seed=--x.
		const value = !inlineValue && /^-\D/.test(token.value ?? '') ? undefined : token.value;
		const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
		const wrong = valueFault(kind, rawName, value);
		if (wrong !== null) faults.push(wrong);
		else values.set(name, value ?? true);
	}
	// Who asks for help need not get the rest right; where an option is wrong, what seems to be missing may be in it.
	if (!values.has('help') && faults.length === 0) {
		for (const name of syntax.required ?? [])
			if (!values.has(name)) faults.push(usageFault('OPTION_MISSING', { option: `--${name}` }));
		const [fewest, most] = syntax.files;
		if (files.length < fewest) faults.push(usageFault('FILE_NOT_NAMED'));
		if (files.length > most) faults.push(usageFault('TOO_MANY_FILES', { extra: files[most] ?? '', most }));
	}
	if (faults.length > 0 && !values.has('help')) return fail(...faults);
	const text = (option: string): string | undefined => {
		const value = values.get(option);
		return typeof value === 'string' ? value : undefined;
	};
	return ok({
		files,
		has: (option) => values.has(option),
		text,
		whole: (option) => (text(option) === undefined ? undefined : Number(text(option)))
	});
}

export function usageFault(code: string, params?: Readonly<Record<string, string | number>>): Fault {
	return fault(code, '', `usage: ${code}`, params);
}

function valueFault(kind: OptionKind | undefined, option: string, value: string | undefined): Fault | null {
	if (kind === undefined) return usageFault('UNKNOWN_OPTION', { option });
	if (kind === 'switch') return value === undefined ? null : usageFault('VALUE_UNWANTED', { option });
	if (value === undefined || value === '') return usageFault('VALUE_MISSING', { option });
	const whole = /^\d{1,9}$/.test(value);
	return kind === 'whole' && !whole ? usageFault('NOT_A_NUMBER', { option, value }) : null;
}
