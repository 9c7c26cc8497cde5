import { expect, test } from 'vitest';
import { parametersPage } from './support/parameters.ts';

test('docs/parameters.md says what the tables of the scenario format say', async () => {
	await expect(parametersPage()).toMatchFileSnapshot('../../docs/parameters.md');
});
