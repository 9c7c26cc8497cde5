/**
 * A finished game as it is handed in: the decisions, and what they are said to have come to. The server believes
 * nothing of the latter; it is there so that a difference can be told from a forgery, and named.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { LogSchema } from '../../engine/shape.ts';
import { PILLARS } from '../../engine/vocab.ts';
import { canonicalJson } from '../../scenario/hash.ts';
import type { GameLog } from '../log.ts';
import type { GameSave } from '../save.ts';

const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const version = v.pipe(v.string(), v.maxLength(32), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/));

export const ScoreSchema = v.strictObject({
	total: points,
	pillars: v.strictObject(v.entriesFromList(PILLARS, points))
});
export type BoardScore = v.InferOutput<typeof ScoreSchema>;

/** Characters of a player's name, as a reader counts them. */
export const MAX_PLAYER_NAME = 24;

/** Made in a browser and kept there: whoever has it is the player. The server keeps its hash. */
export const PlayerKeySchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

export const SubmissionSchema = v.strictObject({
	format: v.literal('shapan-submission'),
	version: v.literal(1),
	player: PlayerKeySchema,
	/** As typed; shortened to `MAX_PLAYER_NAME` characters or refused. */
	name: v.pipe(v.string(), v.maxLength(400)),
	log: v.strictObject({ ...LogSchema.entries, engineVersion: version }),
	claim: v.strictObject({
		/** Of the state before the first turn. */
		openingHash: hash,
		/** Of the state after each turn, the closing one last. */
		hashes: v.pipe(v.array(v.unknown()), v.maxLength(65), v.array(hash)),
		/** `digestOf` the plans. */
		plans: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
		score: ScoreSchema
	})
});
/** As a team hands it in for the board of its room: who it is says its cookie. */
export const RoomSubmissionSchema = v.omit(SubmissionSchema, ['player', 'name']);

export type Submission = Omit<v.InferOutput<typeof SubmissionSchema>, 'log'> & { readonly log: GameLog };

/**
 * What is looked at before anything else of a submission: which scenario, and how many turns. Nothing of the plans is
 * walked through for it.
 */
export const HeaderSchema = v.looseObject({
	log: v.looseObject({
		engineVersion: version,
		scenario: LogSchema.entries.scenario,
		scenarioHash: LogSchema.entries.scenarioHash,
		plans: v.array(v.unknown())
	})
});

/** Bytes: the plans of the longest game allowed, with every list full, take less. */
export const MAX_SUBMISSION = 2 * 1024 * 1024;

export function submissionOf(save: GameSave, name: string, player: string): Submission {
	const { log, openingHash, hashes, score } = save;
	// Through JSON, so that the digest is of what arrives.
	return JSON.parse(
		JSON.stringify({
			format: 'shapan-submission',
			version: 1,
			player,
			name,
			log,
			claim: { openingHash, hashes, plans: digestOf(log.plans), score }
		})
	) as Submission;
}

/** SHA-256 of the canonical JSON, 64 hex digits: the same however the keys stand. */
export function digestOf(value: unknown): string {
	return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** Names a game by all that it follows from. */
export function gameDigest({
	engineVersion,
	scenarioHash,
	worldSeed,
	marketSeed,
	plans
}: Omit<GameLog, 'format' | 'version' | 'scenario'>): string {
	return digestOf([engineVersion, scenarioHash, worldSeed, marketSeed, digestOf(plans)]);
}
