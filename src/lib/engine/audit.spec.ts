import { expect, test } from 'vitest';
import { lab, product, firmOf, soloSpec } from '../../../tests/support/spec.ts';
import { auditOf } from './audit.ts';

/** A market with so many products, in which what stands, lists and was called on differs from place to place. */
function uneven(products: number) {
	const market = lab(
		soloSpec((spec) => {
			const firm = firmOf(spec);
			for (let k = 1; k < products; k++) firm.products.push(product(`more-${k}`));
		})
	);
	const { world, state } = market;
	const cells = world.outlets * world.products;
	for (let i = 0; i < cells; i++) {
		state.stockNew[i] = i % 7;
		state.stockOld[i] = i % 5;
		state.inbound[i] = i % 3;
		state.listed[i] = i % 4 === 0 ? 1 : 0;
	}
	for (let o = 0; o < world.outlets; o++) {
		state.called[o] = o % 3 === 0 ? 0 : 1;
		state.keyPerson[o] = o % 2;
	}
	return market;
}

test.each([1, 2, 3, 4])('all units at outlets of %i products are counted, each once', (products) => {
	const { world, state } = uneven(products);
	const units = new Array<number>(world.products).fill(0);
	for (let i = 0; i < state.listed.length; i++) units[i % world.products]! += (i % 7) + (i % 5) + (i % 3);
	expect([...auditOf(world, state).shelves]).toEqual(units);
});

test('accounts are counted by what they list, who was there, and in class A who knows whom', () => {
	const { world, state } = uneven(3);
	const outlets = Array.from({ length: world.outlets }, (_, o) => o);
	const lists = (o: number): boolean => [0, 1, 2].some((k) => (o * 3 + k) % 4 === 0);
	const calls = (o: number): boolean => o % 3 !== 0;
	const isA = (o: number): boolean => world.outletClass[o] === 0;
	expect(outlets.some((o) => isA(o) && calls(o)) && outlets.some((o) => !isA(o))).toBe(true);
	expect(auditOf(world, state).accounts).toEqual([
		[
			{
				visited: outlets.filter(calls).length,
				unserved: outlets.filter((o) => lists(o) && !calls(o)).length,
				listing: outlets.filter(lists).length,
				listedSize: outlets.filter(lists).reduce((sum, o) => sum + world.outletSize[o]!, 0),
				calledA: outlets.filter((o) => isA(o) && calls(o)).length,
				strangersA: outlets.filter((o) => isA(o) && calls(o) && o % 2 === 0).length
			}
		]
	]);
});
