/**
 * The words of a scenario file that nothing here can run any more: names for the figures of a game that can only be
 * looked at. The file is not trusted; what is missing or odd is left out, and its ids stand for themselves.
 */
import type { FirmView } from '../engine/view.ts';
import type { NamedById, ScenarioTexts, Text } from '../scenario/index.ts';

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export interface FileTexts {
	readonly texts: ScenarioTexts;
	readonly firms: FirmView['firms'];
}

/** @param text JSON of a scenario file */
export function textsOfFile(text: string): FileTexts {
	const file = parsed(text);
	const regions = listOf(file['regions']);
	const firms = listOf(file['firms']);
	const inside = (owners: readonly unknown[], key: string): readonly unknown[] =>
		owners.flatMap((owner) => (isObject(owner) ? listOf(owner[key]) : []));
	return {
		texts: {
			title: textOf(file['title']),
			summary: textOf(file['summary']),
			briefing: textOf(file['briefing']),
			goal: textOf(file['goal']),
			hint: textOf(file['hint']),
			regions: named(regions),
			areas: named(inside(regions, 'areas')),
			firms: named(firms),
			products: named(inside(firms, 'products')),
			dealers: named(listOf(file['dealers']))
		},
		firms: firms
			.filter(isObject)
			.map((it) => ({ id: wordOf(it['id']), role: it['role'] === 'player' ? 'player' : 'rival' }))
	};
}

function parsed(text: string): Loose {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}

function wordOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function textOf(value: unknown): Text {
	const text = isObject(value) ? value : {};
	return { 'zh-CN': wordOf(text['zh-CN']), en: wordOf(text['en']) };
}

function named(bearers: readonly unknown[]): NamedById {
	const known = bearers.filter(isObject).filter((it) => wordOf(it['id']) !== '' && isObject(it['name']));
	return Object.fromEntries(known.map((it) => [wordOf(it['id']), { name: textOf(it['name']), note: null }]));
}
