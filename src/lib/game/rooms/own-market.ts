/**
 * The market of a team in an open room, in its own browser: it plays on without the server, which plays everything again
 * when it hears of it.
 */
import type { Plan } from '../../engine/plan.ts';
import { scoreGame } from '../../engine/score.ts';
import type { FirmReport, GameScore } from '../../engine/report.ts';
import type { FirmView } from '../../engine/view.ts';
import type { Committed, LocalHost, Phase, Preview } from '../../host/index.ts';
import type { Decision, OpenMarket } from '../../protocol/rooms/index.ts';
import type { Prediction } from '../../protocol/prediction.ts';
import { ok, type Fault, type Result } from '../../result.ts';
import { patiently } from '../patience.ts';

export interface Stand {
	readonly view: FirmView;
	readonly phase: Phase;
	readonly reports: readonly FirmReport[];
	readonly hashes: readonly string[];
	readonly score: GameScore | null;
	/** One per turn played. */
	readonly decisions: readonly Decision[];
}

export class OwnMarket {
	readonly #host: LocalHost;
	#game = '';
	#stand: Stand;

	private constructor(host: LocalHost, game: string, stand: Stand) {
		this.#host = host;
		this.#game = game;
		this.#stand = stand;
	}

	/**
	 * @param decisions of the turns the server has played
	 * @param closed whether the closing weeks are over as well
	 * @param further decided since, and not heard of by the server
	 */
	static async open(
		host: LocalHost,
		{ standalone, marketSeed, worldSeed, plans }: OpenMarket,
		decisions: readonly Decision[],
		closed: boolean,
		further: readonly { readonly plan: Plan; readonly prediction: Prediction | null }[]
	): Promise<Result<OwnMarket, Fault>> {
		const opened = await patiently(() =>
			host.open({
				scenario: { file: 'room.yaml', text: standalone, others: {} },
				seed: marketSeed,
				worldSeed,
				resume: { plans, closed }
			})
		);
		if (!opened.ok) return opened;
		const { game, view, phase, reports, hashes } = opened.value;
		const score = scoreOf(reports);
		const market = new OwnMarket(host, game, { view, phase, reports, hashes, score, decisions });
		for (const { plan, prediction } of further) {
			const played = await market.play(plan, prediction);
			if (!played.ok) return played;
		}
		return ok(market);
	}

	get stand(): Stand {
		return this.#stand;
	}

	async preview(plan: Plan): Promise<Result<Preview, Fault>> {
		return patiently(() => this.#host.preview(this.#game, plan));
	}

	/** The coming turn, and after the last one the closing weeks. */
	async play(plan: Plan, prediction: Prediction | null): Promise<Result<Stand, Fault>> {
		const turn = this.#stand.view.turn;
		const played = await patiently(() => this.#host.commit(this.#game, turn, plan));
		if (!played.ok) return played;
		this.#take(played.value, { plan, prediction });
		if (played.value.phase === 'decided') {
			const closed = await patiently(() => this.#host.close(this.#game));
			if (!closed.ok) return closed;
			this.#take(closed.value, { plan: null, prediction: null });
		}
		return ok(this.#stand);
	}

	dispose(): void {
		void this.#host.dispose(this.#game);
	}

	#take({ report, hash, view, phase }: Committed, decision: Decision): void {
		const reports = [...this.#stand.reports, report];
		this.#stand = {
			view,
			phase,
			reports,
			hashes: [...this.#stand.hashes, hash],
			score: scoreOf(reports),
			decisions: [...this.#stand.decisions, decision]
		};
	}
}

function scoreOf(reports: readonly FirmReport[]): GameScore | null {
	const scores = reports.flatMap(({ score }) => (score === null ? [] : [score]));
	return scores.length === 0 ? null : scoreGame(scores);
}
