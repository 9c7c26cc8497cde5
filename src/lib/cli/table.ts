/** Tables for a terminal: columns as wide as what stands in them, where a Chinese character takes two places. */
import stringWidth from 'string-width';

export type Align = 'left' | 'right';

const GAP = '  ';

/**
 * @param align one per column; the last one given holds for the rest
 * @returns lines, headings first, without blanks at the end
 */
export function table(
	headings: readonly string[],
	rows: readonly (readonly string[])[],
	align: readonly Align[]
): string {
	const all = [headings, ...rows];
	const widths = headings.map((_, column) => Math.max(...all.map((row) => stringWidth(row[column] ?? ''))));
	return all
		.map((row) =>
			widths
				.map((width, column) => pad(row[column] ?? '', width, align[column] ?? align.at(-1) ?? 'left'))
				.join(GAP)
				.trimEnd()
		)
		.join('\n');
}

function pad(text: string, width: number, align: Align): string {
	const blank = ' '.repeat(width - stringWidth(text));
	return align === 'right' ? blank + text : text + blank;
}
