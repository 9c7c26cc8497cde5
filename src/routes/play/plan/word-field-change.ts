import type { PayPlan } from '#lib/engine/field/plan.ts';
import type { Words } from '../words.ts';
import type { FieldChange } from './field-changes.ts';
import type { WordedChange } from './word-change.ts';

export function wordFieldChange(change: FieldChange, words: Words): WordedChange {
	const { t, names, formats } = words;
	const only = (what: string): WordedChange => ({ what, from: null, to: null });
	switch (change.kind) {
		case 'heads':
			return {
				what: t('change.heads'),
				from: formats.whole(change.from),
				to: formats.whole(change.to)
			};
		case 'calls': {
			const key = change.figure === 'visitsPer4Weeks' ? 'field.visits.of' : 'field.minutes.of';
			return {
				what: t(key, { name: change.outlets }),
				from: formats.whole(change.from),
				to: formats.whole(change.to)
			};
		}
		case 'purpose': {
			const purpose = t(`purpose.${change.purpose}`);
			return only(t(change.own ? 'change.purpose.own' : 'change.purpose.class', { purpose }));
		}
		case 'fieldNumber':
			return {
				what: t(`field.item.${change.item}`),
				from: formats.whole(change.from),
				to: formats.whole(change.to)
			};
		case 'accountFile':
			return only(t(change.kept ? 'change.file.on' : 'change.file.off'));
		case 'selling':
			return {
				what: t('field.item.selling'),
				from: t(`selling.${change.from}`),
				to: t(`selling.${change.to}`)
			};
		case 'pay':
			return {
				what: t('field.item.pay'),
				from: payWords(change.from, words),
				to: payWords(change.to, words)
			};
		case 'advisors':
			return {
				what: t('field.item.advisors'),
				from: formats.whole(change.from),
				to: formats.whole(change.to)
			};
		case 'advised': {
			const region = names.region(change.region);
			return only(t(change.on ? 'change.advised.on' : 'change.advised.off', { region }));
		}
		case 'responsible':
			return {
				what: t('change.responsible', { area: names.area(change.area) }),
				from: peopleWords(change.from, words),
				to: peopleWords(change.to, words)
			};
	}
}

export function payWords({ basis, shareBp }: PayPlan, { t, percent }: Words): string {
	return basis === 'fixed'
		? t('pay.fixed')
		: t('pay.part', { share: percent(shareBp), basis: t(`pay.${basis}`) });
}

function peopleWords(people: readonly number[], { t, list }: Words): string {
	return people.length === 0
		? t('field.nobody')
		: list(people.map((number) => t('field.person', { number })));
}
