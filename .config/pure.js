/**
 * What the pure layers may not do, as ESLint rules: editors show them, `npm run lint` holds them, and
 * tests/arch/pure.spec.ts runs the same rules with disabling comments ignored. A game must give the same bytes in
 * every engine, so nothing may depend on the host's maths, clock, chance, language or network.
 */

export const PURE_FILES = ['src/lib/{engine,scenario,strategy,analysis}/**/*.ts'];

/** Exact by the language's definition. exp, log, pow, sin … differ between engines in the last bit (measured). */
const EXACT_MATH = ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'sign', 'sqrt', 'trunc'];

const HOST_GLOBALS = {
	time: ['Date', 'performance', 'Temporal'],
	chance: ['crypto'],
	language: ['Intl'],
	scheduling: ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
	network: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'navigator'],
	host: ['process', 'globalThis', 'global', 'window', 'self', 'document', 'localStorage', 'console'],
	'garbage collection': ['WeakRef', 'FinalizationRegistry']
};

const EXACT = EXACT_MATH.join('|');
const HOST_MATH =
	'Only exact Math functions here; exp, ln and pow come from the engine, because hosts differ in the last bit.';
const LOCALE = 'Depends on the language of the host.';
const HOST_MODULE = 'The pure layers run in the page too, and read nothing themselves.';

/** @type {import('eslint').Linter.RulesRecord} */
export const pureRules = {
	'no-restricted-globals': [
		'error',
		...Object.entries(HOST_GLOBALS).flatMap(([kind, names]) =>
			names.map((name) => ({ name, message: `A replay cannot reproduce the host's ${kind}.` }))
		)
	],
	'no-restricted-syntax': [
		'error',
		{
			selector: `MemberExpression[object.name='Math'][computed=false]:not([property.name=/^(${EXACT})$/])`,
			message: HOST_MATH
		},
		// Math under another name, taken apart, or asked by a computed name could be any of its functions.
		{ selector: "MemberExpression[object.name='Math'][computed=true]", message: HOST_MATH },
		{ selector: ":not(MemberExpression, TSTypeReference) > Identifier[name='Math']", message: HOST_MATH },
		{ selector: "BinaryExpression[operator='**']", message: HOST_MATH },
		{ selector: "AssignmentExpression[operator='**=']", message: HOST_MATH },
		{ selector: 'MemberExpression[property.name=/^toLocale/]', message: LOCALE },
		{ selector: "MemberExpression[property.name='localeCompare']", message: LOCALE },
		{ selector: 'ForInStatement', message: 'Walks inherited keys too: use for…of over Object.keys.' },
		{ selector: 'ImportDeclaration[source.value=/^node:/]', message: HOST_MODULE },
		{ selector: 'ImportExpression[source.value=/^node:/]', message: HOST_MODULE },
		{
			selector: 'ExportDefaultDeclaration',
			message: 'Export by name, so that a thing has one name everywhere.'
		}
	]
};
