/** Paragraphs of a scenario's text: empty lines divide them, single line breaks are the author's only. */
export function paragraphs(text: string): string[] {
	return text
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim().replaceAll(/\s*\n\s*/g, joint))
		.filter((paragraph) => paragraph !== '');
}

/** Nothing where Chinese runs on, else a space. */
function joint(_break: string, at: number, whole: string): string {
	return /[\u3000-\u9fff\uff00-\uffef]/.test(whole[at - 1] ?? '') ? '' : ' ';
}
