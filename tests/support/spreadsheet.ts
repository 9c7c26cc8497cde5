/** Reads the tables we give out, by other means than those that wrote them: RFC 4180, and the ZIP and XML of an XLSX file. */
import { inflateRawSync } from 'node:zlib';

/** Rows of text; a byte order mark is no part of the first. */
export function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
	const body = text.replace(/^\ufeff/, '');
	for (let i = 0; i < body.length; i++) {
		const letter = body[i] ?? '';
		if (quoted && letter === '"' && body[i + 1] === '"') cell += body[++i];
		else if (letter === '"') quoted = !quoted;
		else if (!quoted && (letter === ',' || letter === '\n')) {
			row.push(letter === '\n' ? cell.replace(/\r$/, '') : cell);
			cell = '';
			if (letter === '\n') {
				rows.push(row);
				row = [];
			}
		} else cell += letter;
	}
	if (cell !== '' || row.length > 0) throw new Error('the last line has no end');
	return rows;
}

/** The first sheet: text as text, numbers as numbers, null where a cell is empty. */
export function readXlsx(file: Buffer): (string | number | null)[][] {
	const files = unzip(file);
	const sheet = files.get('xl/worksheets/sheet1.xml');
	if (sheet === undefined) throw new Error('no sheet in the file');
	const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
		([, inner]) => textOf(inner ?? '')
	);
	return [...sheet.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, cells]) => {
		const row: (string | number | null)[] = [];
		for (const [, attributes = '', inner = ''] of (cells ?? '').matchAll(
			/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs
		)) {
			const at = columnOf(/r="([A-Z]+)/.exec(attributes)?.[1] ?? '');
			while (row.length < at) row.push(null);
			const type = /t="(\w+)"/.exec(attributes)?.[1];
			const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
			if (inner.includes('<f')) throw new Error('a formula');
			if (type === 's') row.push(shared[Number(value)] ?? null);
			else if (type === 'inlineStr') row.push(textOf(inner));
			else row.push(value === undefined ? null : Number(value));
		}
		return row;
	});
}

/** A is 0. */
const columnOf = (letters: string): number =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const textOf = (xml: string): string =>
	[...xml.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)]
		.map(([, text]) => text ?? '')
		.join('')
		.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');

/** Texts by name, as the directory at the end of the file lists them. */
function unzip(file: Buffer): Map<string, string> {
	const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
	if (end < 0) throw new Error('no ZIP file');
	const files = new Map<string, string>();
	let at = file.readUInt32LE(end + 16);
	for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
		const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
		const [name, extra, note] = [28, 30, 32].map((field) => file.readUInt16LE(at + field));
		const local = file.readUInt32LE(at + 42);
		const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
		const packed = file.subarray(start, start + size);
		files.set(
			file.subarray(at + 46, at + 46 + (name ?? 0)).toString('utf8'),
			(method === 0 ? packed : inflateRawSync(packed)).toString('utf8')
		);
		at += 46 + (name ?? 0) + (extra ?? 0) + (note ?? 0);
	}
	return files;
}
