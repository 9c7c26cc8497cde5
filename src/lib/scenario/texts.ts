/** The words of a scenario, both languages side by side, by id: what a screen shows and the engine never sees. */
import type { ScenarioDraft } from './draft.ts';

/** A text in every language of the product. */
export interface Text {
	readonly 'zh-CN': string;
	readonly en: string;
}

/** A name, and what is generally known about its bearer. */
export interface Named {
	readonly name: Text;
	readonly note: Text | null;
}

export type NamedById = Readonly<Record<string, Named>>;

/** What every kind of scenario tells before it begins. */
export interface Story {
	readonly title: Text;
	readonly summary: Text;
	/** Paragraphs are separated by empty lines. */
	readonly briefing: Text;
	readonly goal: Text;
	readonly hint: Text;
}

export interface ScenarioTexts extends Story {
	readonly regions: NamedById;
	readonly areas: NamedById;
	readonly firms: NamedById;
	readonly products: NamedById;
	readonly dealers: NamedById;
}

/** What a list of scenarios shows. */
export interface ScenarioMeta {
	readonly title: Text;
	readonly summary: Text;
	readonly difficulty: number;
	/** Rows of the method, M1 … M38. */
	readonly lessons: readonly string[];
}

interface Bearer {
	readonly id: string;
	readonly name: Text;
	readonly note?: Text | undefined;
}

export function namedById(bearers: readonly Bearer[]): NamedById {
	return Object.fromEntries(bearers.map(({ id, name, note }) => [id, { name, note: note ?? null }]));
}

export function storyOf({ title, summary, briefing, goal, hint }: Story): Story {
	return { title, summary, briefing, goal, hint };
}

export function textsOf(draft: ScenarioDraft): ScenarioTexts {
	return {
		...storyOf(draft),
		regions: namedById(draft.regions),
		areas: namedById(draft.regions.flatMap(({ areas }) => areas)),
		firms: namedById(draft.firms),
		products: namedById(draft.firms.flatMap(({ products }) => products)),
		dealers: namedById(draft.dealers)
	};
}

export function metaOf({ title, summary, difficulty, lessons }: ScenarioMeta): ScenarioMeta {
	return { title, summary, difficulty, lessons };
}
