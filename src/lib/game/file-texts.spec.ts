import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadScenario, standaloneText } from '../scenario/index.ts';
import { RIVAL_NAMES } from '../strategy/index.ts';
import { textsOfFile } from './file-texts.ts';

test('a file that loads gives the names it loads with', () => {
	const text = readFileSync(new URL('../../../scenarios/first-city.yaml', import.meta.url), 'utf8');
	const loaded = loadScenario(text, 'first-city.yaml', { strategies: RIVAL_NAMES });
	if (!loaded.ok) throw new Error('first-city does not load');
	const { scenario } = loaded;
	const { texts, firms } = textsOfFile(standaloneText(scenario.draft));
	const names = (of: typeof texts) =>
		(['regions', 'areas', 'firms', 'products', 'dealers'] as const).map((key) =>
			Object.entries(of[key]).map(([id, { name }]) => [id, name])
		);
	expect(names(texts)).toEqual(names(scenario.texts));
	expect([texts.title, texts.goal]).toEqual([scenario.texts.title, scenario.texts.goal]);
	expect(firms).toEqual(scenario.spec.firms.map(({ id, role }) => ({ id, role })));
});

test.each([
	['nothing', ''],
	['no object', '[1]'],
	['odd members', '{"title": 3, "regions": [null, {"areas": 7}], "firms": [{"id": {}, "products": "x"}]}']
])('%s gives no names, and throws nothing', (_name, text) => {
	const { texts } = textsOfFile(text);
	expect([texts.title, texts.regions, texts.areas]).toEqual([{ 'zh-CN': '', en: '' }, {}, {}]);
});
