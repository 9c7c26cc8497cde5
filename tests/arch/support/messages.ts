import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** Every parameter of an ICU message with its kind, and for a select its cases: what two languages must share. */
export function parametersOf(message: string): string[] {
	return [...new Set(collect(parse(message, { ignoreTag: true })))].sort();
}

function collect(elements: readonly MessageFormatElement[]): string[] {
	return elements.flatMap((element) => {
		switch (element.type) {
			case TYPE.argument:
				return [`${element.value}: text`];
			case TYPE.number:
				return [`${element.value}: number`];
			case TYPE.date:
			case TYPE.time:
				return [`${element.value}: time`];
			case TYPE.select: {
				const cases = Object.entries(element.options);
				const names = cases.map(([name]) => name).sort();
				const inside = cases.flatMap(([, option]) => collect(option.value));
				return [`${element.value}: select ${names.join(' ')}`, ...inside];
			}
			// Which plural forms exist is the language's own affair.
			case TYPE.plural:
				return [
					`${element.value}: number`,
					...Object.values(element.options).flatMap((option) => collect(option.value))
				];
			default:
				return [];
		}
	});
}

/** What one catalogue lacks, has in excess, or parameterises otherwise than the other; one sentence each. */
export function differences(
	a: Readonly<Record<string, string>>,
	b: Readonly<Record<string, string>>
): string[] {
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].flatMap((key) => {
		const [inA, inB] = [a[key], b[key]];
		if (inA === undefined || inB === undefined) return [`${key} is in one language only`];
		const [ofA, ofB] = [parametersOf(inA).join(', '), parametersOf(inB).join(', ')];
		return ofA === ofB ? [] : [`${key} takes (${ofA}) in one language and (${ofB}) in the other`];
	});
}
