/** Rule numbers of the engine's SPEC.md, and who cites them. */

/** Numbers the document gives a rule, in order: its list items begin with one in bold. */
export function rulesIn(markdown: string): string[] {
	return [...markdown.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, rule]) => rule ?? '');
}

/** Numbers at the head of test titles: `test('[D3][D4] …`, also of `test.each(…)('[D3] …`. */
export function citedByTitles(source: string): string[] {
	const titles = source.matchAll(/['"`]((?:\[[A-Z]\d+\])+)\s/g);
	return [...titles].flatMap(([, head = '']) => [...head.matchAll(/[A-Z]\d+/g)].map(([rule]) => rule));
}

/** Numbers cited in comments: `D3`, `(T4)`, `rules S1–S5`, of the letters the document uses. */
export function citedByComments(source: string, letters: string): string[] {
	const comments = [...source.matchAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g)].map(([text]) => text);
	return comments.flatMap((text) => citedByProse(text, letters));
}

/** A number, or a range of them, that opens a comment or a list in brackets: prose about an `A4` sheet is none. */
function citedByProse(text: string, letters: string): string[] {
	const number = `[${letters}]\\d+`;
	const list = `${number}(?:(?:, |–)${number})*`;
	const places = [
		`^(?:/\\*\\*|//)\\s*(${list})(?=[\\s:,.])`,
		`\\((?:rules? )?(${list})\\)`,
		`\\brules? (${list})`
	];
	return places.flatMap((place) =>
		[...text.matchAll(new RegExp(place, 'gm'))].flatMap(([, cited = '']) =>
			[...cited.matchAll(new RegExp(number, 'g'))].map(([rule]) => rule)
		)
	);
}
