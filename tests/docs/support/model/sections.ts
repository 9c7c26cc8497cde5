/** The sections of docs/model.md, in the order of the week. */
import { CHANNEL_SECTIONS } from './channel.ts';
import { FIRM_SECTIONS } from './firms.ts';
import { SHOPPER_SECTIONS } from './shoppers.ts';

export interface Section {
	readonly title: string;
	/** Letters or numbers of SPEC.md. */
	readonly rules: string;
	/** Markdown. */
	readonly text: string;
	/** Paths of parameters, or of groups of them. */
	readonly parameters?: readonly string[];
	/** Names of plots. */
	readonly figures?: readonly string[];
}

export const SECTIONS: readonly Section[] = [...SHOPPER_SECTIONS, ...CHANNEL_SECTIONS, ...FIRM_SECTIONS];
