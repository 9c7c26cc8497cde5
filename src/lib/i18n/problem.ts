/** Words for coded problems, as scenario files have them: what is wrong, and how to mend it. */
import type { MessageKey } from './catalogue.ts';
import type { MessageParams, Translate } from './translator.ts';

/** Codes the catalogues have words for. */
export type WordedCode = MessageKey extends infer Key
	? Key extends `problem.${infer Code}.message`
		? Code
		: never
	: never;

export interface Worded {
	readonly message: string;
	readonly hint: string;
}

/** In the language of `t`. */
export function describeProblem(
	t: Translate,
	{ code, params }: { readonly code: WordedCode; readonly params: MessageParams }
): Worded {
	return { message: t(`problem.${code}.message`, params), hint: t(`problem.${code}.hint`, params) };
}
