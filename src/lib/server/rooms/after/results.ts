/** Everybody's turns, as they were played, and what the class did with each lever. */
import type { Plan } from '#lib/engine/plan.ts';
import type { FirmReport } from '#lib/engine/report.ts';
import { scoreGame } from '#lib/engine/score.ts';
import { classStatistics, type ClassPlan, type LeverStatistic } from '#lib/analysis/class/index.ts';
import type {
	EntryKind,
	ForkResult,
	RoomResults,
	TeamResult,
	TurnResult
} from '#lib/protocol/rooms/index.ts';
import type { Prediction } from '#lib/protocol/index.ts';
import { loadScenario } from '#lib/scenario/index.ts';
import { RIVAL_NAMES } from '#lib/strategy/index.ts';
import type { Query } from '../../database/index.ts';
import { planOf } from '../entries.ts';
import type { HandInRow, RoomRow, TeamRow } from '../model.ts';
import { teamsOf } from '../rooms-store.ts';

export async function resultsOf(query: Query, room: RoomRow): Promise<RoomResults> {
	const teams: TeamResult[] = [];
	for (const team of await teamsOf(query, room.id)) teams.push(await teamResult(query, team));
	const { scenario } = await query
		.selectFrom('roomMarket')
		.select('scenario')
		.where('room', '=', room.id)
		.executeTakeFirstOrThrow();
	const { texts, firms, opening } = marketOf(scenario);
	const levers = leversOf(teams, opening);
	return { room: room.id, title: room.title, texts, firms, opening, teams, levers };
}

async function teamResult(query: Query, team: TeamRow): Promise<TeamResult> {
	const entries = await query
		.selectFrom('handIn')
		.selectAll()
		.where('team', '=', team.id)
		.where('run', '=', team.run)
		.orderBy('position')
		.execute();
	const chain = new Map(entries.filter(({ place }) => place === 'chain').map((row) => [row.turn, row]));
	const steps = await query
		.selectFrom('step')
		.select(['turn', 'plan', 'report'])
		.where('team', '=', team.id)
		.where('run', '=', team.run)
		.orderBy('turn')
		.execute();
	const people = await query
		.selectFrom('browser')
		.select('nickname')
		.where('team', '=', team.id)
		.orderBy('createdAt')
		.execute();
	const turns = steps.map(({ turn, plan, report }): TurnResult => {
		const entry = chain.get(turn);
		return {
			turn,
			kind: (entry?.kind ?? 'closing') as EntryKind,
			plan: plan === null ? null : (JSON.parse(plan) as Plan),
			prediction: predictionOf(entry),
			report: JSON.parse(report) as FirmReport,
			usedMs: entry?.usedMs ?? null
		};
	});
	const scores = turns.flatMap(({ report }) => (report.score === null ? [] : [report.score]));
	return {
		team: team.id,
		name: team.name,
		nicknames: [...new Set(people.flatMap(({ nickname }) => (nickname === null ? [] : [nickname])))],
		turns,
		score: scores.length === 0 ? null : scoreGame(scores),
		forks: entries.filter(({ place }) => place === 'fork').map(forkOf)
	};
}

function forkOf(row: HandInRow): ForkResult {
	return { turn: row.turn, receivedAt: row.receivedAt, plan: planOf(row), prediction: predictionOf(row) };
}

function predictionOf(row: HandInRow | undefined): Prediction | null {
	const text = row?.prediction ?? null;
	return text === null ? null : (JSON.parse(text) as Prediction);
}

/** By turn; each plan beside the one that would have gone on without it. */
function leversOf(teams: readonly TeamResult[], first: Plan): (readonly LeverStatistic[])[] {
	const most = Math.max(0, ...teams.map(({ turns }) => turns.length));
	return Array.from({ length: most }, (_, turn) =>
		teams.flatMap((team): ClassPlan[] => {
			const plan = team.turns[turn]?.plan ?? null;
			const before = turn === 0 ? first : (team.turns[turn - 1]?.report.plan ?? first);
			return plan === null ? [] : [{ team: team.team, before, plan }];
		})
	)
		.filter((plans) => plans.length > 0)
		.map((plans) => classStatistics(plans));
}

function marketOf(scenario: string): Pick<RoomResults, 'texts' | 'firms' | 'opening'> {
	const loaded = loadScenario(scenario, 'room', { strategies: RIVAL_NAMES });
	if (!loaded.ok) throw new Error(`a room's scenario does not load: ${loaded.problems[0]?.code}`);
	const { spec, texts } = loaded.scenario;
	return {
		texts,
		firms: spec.firms.map(({ id, role }) => ({ id, role })),
		opening: spec.firms.find(({ role }) => role === 'player')?.defaultPlan ?? spec.defaultPlan
	};
}
