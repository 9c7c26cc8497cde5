/** The scenario's identity: the hash of what can run, without its texts. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { LabSpec } from '../engine/lab/spec.ts';
import type { MarketSpec } from '../engine/spec.ts';

/** JSON with sorted keys and no spaces: the same value gives the same text everywhere. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value === 'object' && value !== null) {
		const map = value as Record<string, unknown>;
		const keys = Object.keys(map).sort();
		return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(map[key])}`).join(',')}}`;
	}
	return JSON.stringify(value);
}

/** SHA-256, 64 hexadecimal digits. */
export function scenarioHash(spec: MarketSpec | LabSpec): string {
	return bytesToHex(sha256(utf8ToBytes(canonicalJson(spec))));
}

/**
 * The text of a scenario file that stands alone. JSON is YAML, but for characters that YAML wants escaped and JSON
 * does not. Keys keep their order: what is parsed from it gives the same file again, byte for byte.
 */
export function standaloneText(draft: unknown): string {
	return JSON.stringify(draft).replace(
		/[\x7f\ufffd-\uffff]/g,
		(c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
