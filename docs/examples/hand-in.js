/**
 * Hands a saved game in for a server's board, and waits for what comes of it. Uses nothing of Shapan's: a client in any
 * language does the same.
 *
 *   npx shapan run scenarios/first-city.yaml --seed 1 --strategy one-area-first --save game.json
 *   node docs/examples/hand-in.js http://localhost:4173 game.json "小明"
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [server = 'http://localhost:4173', file = 'game.json', name = 'example'] = process.argv.slice(2);

/**
 * JSON with its keys in order and no blanks: the same bytes whoever writes it.
 *
 * @param {unknown} value
 * @returns {string}
 */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
async function ask(path, init = {}) {
	const response = await fetch(new URL(path, server), {
		...init,
		headers: { 'accept-language': 'en', 'x-shapan-player': player, ...init.headers }
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.faults.map((fault) => `${fault.code}: ${fault.text}`).join('\n'));
	return answer;
}

// Whoever has the key is the player: keep it to be found again on the board, or to be deleted from it.
const player = randomBytes(16).toString('hex');
const { log, openingHash, hashes, score } = JSON.parse(readFileSync(file, 'utf8'));
const plans = createHash('sha256').update(canonical(log.plans)).digest('hex');
const submission = {
	format: 'shapan-submission',
	version: 1,
	player,
	name,
	log,
	claim: { openingHash, hashes, plans, score }
};

let receipt = await ask('/api/submissions', {
	method: 'POST',
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(submission)
});
while (receipt.state === 'waiting') {
	await sleep(500);
	receipt = await ask(`/api/submissions/${receipt.id}`);
}
if (receipt.state === 'ranked') console.log(`ranked ${receipt.rank} with ${receipt.score.total / 1000}`);
else console.log(`refused: ${receipt.faults.map(({ code }) => code).join(', ')}`);
