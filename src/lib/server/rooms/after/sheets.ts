/** Tables as files that a spreadsheet opens. */
import writeExcelFile from 'write-excel-file/node';
import type { Cell } from './gradebook.ts';

/**
 * What a spreadsheet would take for a formula, in full width too: at the beginning, and after what parts the cells in
 * half of Europe, where a file with commas is cut at every semicolon, quoted or not.
 */
const FORMULA = /(^|;\s*)(?=[=+\-@\t\r\n＝＋－＠])/g;

/** A name that begins like a formula is a name: the quote makes it text, and shows in no cell of most programs. */
export function harmless(text: string): string {
	return text.replace(FORMULA, "$1'");
}

/** RFC 4180, in UTF-8 with a mark: without it a Chinese Excel guesses another encoding. */
export function csvText(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
	const lines = [headings, ...rows].map((row) => row.map(csvCell).join(','));
	return `\ufeff${lines.join('\r\n')}\r\n`;
}

function csvCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = harmless(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text is written as text, so nothing in it is ever taken for a formula. */
export function xlsxFile(
	sheet: string,
	headings: readonly string[],
	rows: readonly (readonly Cell[])[]
): Promise<Buffer> {
	const head = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
	const body = rows.map((row) =>
		row.map((value) => {
			if (value === null) return null;
			return typeof value === 'number' ? { value, type: Number } : { value, type: String };
		})
	);
	return writeExcelFile([head, ...body], { sheet, stickyRowsCount: 1 }).toBuffer();
}
