import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '#lib/protocol/api/operations.ts';
import { openApi } from '#lib/protocol/api/openapi.ts';
import { filesBelow, read } from '../arch/support/tree.ts';

/** What the routes answer, as `GET /api/boards/{board}`. */
function answered(): string[] {
	return filesBelow('src/routes')
		.filter((path) => path.endsWith('+server.ts'))
		.flatMap((path) => {
			const address = path
				.replace(/^src\/routes/, '')
				.replace(/\/\+server\.ts$/, '')
				.replace(/\[(\w+)\]/g, '{$1}');
			const methods = [...read(path).matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)];
			return methods.map(([, method]) => `${method} ${address}`);
		});
}

test('every address is described, and no other', () => {
	const described = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
	expect(described.toSorted()).toEqual(answered().toSorted());
});

test('docs/openapi.json is what the schemas say now (npm run schema writes it)', () => {
	expect(JSON.parse(read('docs/openapi.json'))).toEqual(JSON.parse(JSON.stringify(openApi())));
});

describe('every body and answer that has a schema is told', () => {
	const told = OPERATIONS.filter(({ body, answer }) => body !== undefined || answer !== undefined);
	test.each(told.map(({ method, path }) => [method, path] as const))('%s %s', (method, path) => {
		const paths = openApi()['paths'] as Record<string, Record<string, unknown>>;
		const text = JSON.stringify(paths[path]?.[method]);
		expect(text).toMatch(/"(properties|anyOf|oneOf)":/);
	});
});
