/**
 * Handing in a turn. A team's hand-ins are a chain: each names the link it follows, and is appended if and only if that
 * is the head. What follows another link (a second device, an offline spell, a turn that was closed meanwhile) is kept
 * beside the chain as a fork, and shown. The same id sent again gives the same acknowledgement and changes nothing.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { Plan } from '../../engine/plan.ts';
import { PlanSchema } from '../../engine/shape.ts';
import { canonicalJson } from '../../scenario/index.ts';
import type { Prediction } from '../prediction.ts';
import { PredictionSchema } from '../shape.ts';
import { ClientId, Hash, Id, Instant, Parent, Turn } from './fields.ts';
import { ENTRY_KINDS } from './words.ts';

export const HandInSchema = v.strictObject({
	team: Id,
	/** From 0. */
	turn: Turn,
	/** Head of the chain as the sender knew it. */
	parentHash: Parent,
	id: ClientId,
	plan: PlanSchema,
	prediction: v.nullable(PredictionSchema)
});

export interface HandIn {
	readonly team: string;
	readonly turn: number;
	readonly parentHash: string;
	readonly id: string;
	readonly plan: Plan;
	readonly prediction: Prediction | null;
}

export const TurnAckSchema = v.strictObject({
	id: ClientId,
	turn: Turn,
	/**
	 * `appended`: it is the team's decision for the turn (and can be replaced by another that follows it, until the turn
	 * is closed); `fork`: it is kept, and does not count.
	 */
	status: v.picklist(['appended', 'fork']),
	/** Head of the team's chain after this; the next hand-in follows it. */
	head: Parent,
	/** By the server's clock; it alone decides what is in time. */
	receivedAt: Instant
});
export type TurnAck = v.InferOutput<typeof TurnAckSchema>;

/** One link of a team's chain, or a fork of it. */
export const EntrySchema = v.strictObject({
	id: ClientId,
	turn: Turn,
	kind: v.picklist(ENTRY_KINDS),
	parentHash: Parent,
	hash: Hash,
	fork: v.boolean(),
	receivedAt: Instant
});
export type Entry = v.InferOutput<typeof EntrySchema>;

/** What makes a link: an entry without a plan (late, absent) has null, and the standing plan went on. */
export interface Link {
	readonly turn: number;
	readonly id: string;
	readonly plan: Plan | null;
	readonly prediction: Prediction | null;
}

/** The hash of a link: 32 hexadecimal digits of SHA-256. A browser that plays on offline makes the same. */
export function chainHash(parentHash: string, { turn, id, plan, prediction }: Link): string {
	const text = canonicalJson([parentHash, turn, id, plan, prediction]);
	return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 16));
}
