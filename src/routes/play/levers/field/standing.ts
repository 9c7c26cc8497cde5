/** How the folded parts of the field force stand, in a few words each. */
import type { Plan } from '#lib/engine/plan.ts';
import type { FirmView } from '#lib/engine/view.ts';
import { CALL_PURPOSES } from '#lib/engine/vocab.ts';
import { NO_PAY } from '../../plan/field-changes.ts';
import { payWords } from '../../plan/word-field-change.ts';
import type { Words } from '../../words.ts';

export const FIELD_PARTS = ['purposes', 'named', 'quality', 'leading'] as const;
export type FieldPart = (typeof FIELD_PARTS)[number];

/** Empty where nothing is to be said. */
export function wordPart(part: FieldPart, view: FirmView, plan: Plan, words: Words): string {
	const { t, formats } = words;
	const { field, regions } = plan;
	const some = (count: number, name: string): string[] =>
		count > 0 ? [`${name} ${formats.whole(count)}`] : [];
	switch (part) {
		case 'purposes':
			return words.list([
				...some(field.keyAccounts ?? 0, t('purpose.key')),
				...CALL_PURPOSES.filter((purpose) => field.calls?.[purpose] !== undefined).map((purpose) =>
					t('field.purposes.own', { purpose: t(`purpose.${purpose}`) })
				)
			]);
		case 'named': {
			const named = regions.worked.filter((area) => field.responsible?.[area]?.length === 1).length;
			return t('field.named.now', { named, areas: regions.worked.length });
		}
		case 'quality':
			return `${t('field.skill')} ${formats.share(view.field.skill)}`;
		case 'leading':
			return words.list([
				t(`selling.${field.selling ?? 'service'}`),
				t('field.pay.now', { pay: payWords(field.pay ?? NO_PAY, words) }),
				...some(field.advisors?.heads ?? 0, t('field.item.advisors'))
			]);
	}
}
