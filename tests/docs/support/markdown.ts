/** What the tests of the documents read of Markdown: links, anchors, tables. */
import { posix } from 'node:path';

/** The text without fenced blocks and inline code, line for line: what stands in them is no link and no heading. */
export function withoutCode(markdown: string): string {
	let fence = '';
	const lines = markdown.split('\n').map((line) => {
		const mark = /^\s*(```+|~~~+)/.exec(line)?.[1] ?? '';
		if (fence === '') {
			fence = mark;
			return mark === '' ? line : '';
		}
		if (mark.startsWith(fence)) fence = '';
		return '';
	});
	return lines.join('\n').replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '');
}

/** Targets of links and images as written, in order: inline, by reference, and in HTML. */
export function linksOf(markdown: string): string[] {
	const text = withoutCode(markdown);
	const patterns = [
		/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g,
		/^\s{0,3}\[[^\]^]+\]:\s*<?([^\s>]+)/gm,
		/\b(?:href|src)="([^"]+)"/g
	];
	return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** Anchors of a document, as GitHub makes them of headings, and those set by hand. */
export function anchorsOf(markdown: string): Set<string> {
	const anchors = new Set<string>();
	const seen = new Map<string, number>();
	// Headings keep what inline code says, so only fenced blocks are left out here.
	const kept = withoutCode(markdown).split('\n');
	markdown.split('\n').forEach((line, index) => {
		const isHeading = /^#{1,6}\s/.test(line) && /^#{1,6}\s/.test(kept[index] ?? '');
		if (!isHeading) return;
		const slug = slugOf(line.replace(/^#+\s+/, '').replace(/\s+#+\s*$/, ''));
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		anchors.add(count === 0 ? slug : `${slug}-${count}`);
	});
	for (const match of withoutCode(markdown).matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(match[1] ?? '');
	return anchors;
}

function slugOf(heading: string): string {
	return heading
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
		.replaceAll(' ', '-');
}

/** What a document's links are resolved against. */
export interface Tree {
	/** Whether a file or folder of the clone exists, by its path from the top. */
	exists(path: string): boolean;
	read(path: string): string;
}

/** Links of a document that lead nowhere, one sentence each. Addresses of the web are not followed. */
export function brokenLinks(path: string, markdown: string, tree: Tree): string[] {
	return linksOf(markdown).flatMap((link) => {
		if (/^(https?:|mailto:)/.test(link)) return [];
		if (/^([a-z]+:|\/)/i.test(link)) return [`${path} links to ${link}, which is no relative path`];
		const [file = '', anchor] = link.split('#');
		const target = file === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
		if (target.startsWith('..')) return [`${path} links to ${link}, outside the clone`];
		if (!tree.exists(target)) return [`${path} links to ${link}, which does not exist`];
		if (anchor === undefined || !target.endsWith('.md')) return [];
		const anchors = anchorsOf(target === path ? markdown : tree.read(target));
		if (anchors.has(decodeURIComponent(anchor))) return [];
		return [`${path} links to ${link}, and there is no such heading`];
	});
}

/** Rows of the tables whose first heading is `first`, as trimmed cells, without head and rule. */
export function tableRows(markdown: string, first: string): string[][] {
	const rows: string[][] = [];
	let inside = false;
	for (const line of markdown.split('\n')) {
		if (!line.startsWith('|')) inside = false;
		else {
			const cells = cellsOf(line);
			if (inside && !cells.every((cell) => /^:?-+:?$/.test(cell))) rows.push(cells);
			if (cells[0] === first) inside = true;
		}
	}
	return rows;
}

function cellsOf(line: string): string[] {
	return line
		.trim()
		.replace(/^\||\|$/g, '')
		.split('|')
		.map((cell) => cell.trim());
}
