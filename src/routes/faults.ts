/** Words for any fault that reaches a page: of a market, of a store, of a file. Their codes tell them apart. */
import type { Fault } from '#lib/result.ts';
import { HOST_CODES, STORE_CODES, type HostFault } from '#lib/game/index.ts';
import type { MessageKey, Translate } from '#lib/i18n/index.ts';

/** One sentence or two: what happened, and what to do. The part `fault` of the messages must be loaded. */
export function wordFault(t: Translate, { code, params }: Fault): string {
	if ((HOST_CODES as readonly string[]).includes(code)) return t(`host.${code}` as MessageKey, params);
	if ((STORE_CODES as readonly string[]).includes(code)) return t(`store.${code}` as MessageKey, params);
	// Their parts of the messages are loaded where there is a server to say such things.
	if (/^(ROOM|TEAM|TURN|COMMAND|ARCHIVE)_/.test(code)) return t(`room.${code}` as MessageKey, params);
	if (/^(HTTP|DATABASE)_/.test(code)) return t(`service.${code}` as MessageKey, params);
	return ['message', 'hint']
		.map((part) => sentence(t(`fault.${code}.${part}` as MessageKey, params)))
		.join(' ');
}

/** The command line words its faults as parts of a line; here they stand alone. */
function sentence(text: string): string {
	const upper = text.charAt(0).toUpperCase() + text.slice(1);
	return /[.!?。！？]$/.test(upper) ? upper : /[\u4e00-\u9fff]/.test(upper) ? `${upper}。` : `${upper}.`;
}

export function problemsOf(fault: Fault): NonNullable<HostFault['problems']> {
	return (fault as HostFault).problems ?? [];
}
