import type { Standby } from '#lib/server/index.ts';

declare global {
	namespace App {
		interface Locals {
			/** Not there while pages are made at build time. */
			standby: Standby;
			/** Names the request in log and answer. */
			requestId: string;
		}
	}
}
