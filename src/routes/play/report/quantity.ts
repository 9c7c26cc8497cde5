/** Numbers of a sign as a reader expects them. Counts stay numbers: their words may follow them. */
import type { Quantity } from '#lib/analysis/coach/index.ts';
import type { MessageParams } from '#lib/i18n/index.ts';
import type { Words } from '../words.ts';

export function paramsOf(quantities: Readonly<Record<string, Quantity>>, words: Words): MessageParams {
	return Object.fromEntries(
		Object.entries(quantities).map(([name, quantity]) => [name, worded(quantity, words)])
	);
}

function worded(quantity: Quantity, { formats, names, yuan }: Words): string | number {
	switch (quantity.kind) {
		case 'area':
			return names.area(quantity.id);
		case 'firm':
			return names.firm(quantity.id);
		case 'region':
			return names.region(quantity.id);
		case 'product':
			return names.product(quantity.id);
		case 'count':
			return quantity.value;
		case 'units':
		case 'cases':
			return formats.whole(quantity.value);
		case 'days':
			return formats.days(quantity.value);
		case 'share':
			return formats.share(quantity.value);
		case 'ratio':
			return formats.ratio(quantity.value);
		case 'cents':
			return yuan(quantity.value);
	}
}
