/** Lets a market be called through a port. */
import { marketFault, refuse, type HostResult } from './faults.ts';
import type { LocalMarket } from './market.ts';
import { NOBODY, readAsked, type Asked, type Port, type Said } from './wire.ts';

type Method = (...args: readonly unknown[]) => Promise<HostResult<unknown>>;

export function serve(port: Port, market: LocalMarket): void {
	const say = (said: Said): void => port.postMessage(said);
	port.addEventListener('message', ({ data }) => {
		const asked = readAsked(data);
		if (asked === null) {
			say({ id: NOBODY, kind: 'result', result: refuse('MESSAGE_SHAPE', 'not a request') });
			return;
		}
		void perform(market, asked, say).then((result) => say({ id: asked.id, kind: 'result', result }));
	});
}

async function perform(
	market: LocalMarket,
	{ id, call, args }: Asked,
	say: (said: Said) => void
): Promise<HostResult<unknown>> {
	// Every method reads what it is given as if a stranger had sent it, so the arguments go in as they came.
	const method = market[call].bind(market) as unknown as Method;
	const events = call === 'play' ? [(event: unknown) => say({ id, kind: 'turn', event } as Said)] : [];
	try {
		return await method(...args.slice(0, market[call].length), ...events);
	} catch (error) {
		return marketFault(error);
	}
}
