import type { IncomingMessage } from 'node:http';
import type { Standby } from '#lib/server/index.ts';

declare global {
	namespace App {
		interface Locals {
			/** Not there while pages are made at build time. */
			standby: Standby;
			/** Names the request in log and answer. */
			requestId: string;
			/** Who asks, for limits: as the proxy says, or the other end of the connection. */
			address: string;
		}
		interface Platform {
			/** As adapter-node gives it; not there in the development server. */
			req?: IncomingMessage;
		}
	}
}
