/** Figures for Prometheus: counts and times, no names. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
	/** @param route the pattern, not the address: addresses hold ids */
	answered(method: string, route: string, status: number, seconds: number): void;
	/** Streams open at this node, of rooms and of boards. */
	readonly streams: Gauge<'kind'>;
	/** Jobs by kind and how they ended: `done`, `failed`, `again`. */
	readonly jobs: Counter<'kind' | 'end'>;
	readonly databaseLost: Counter;
	/** Prometheus' text format. */
	text(): Promise<string>;
	readonly contentType: string;
	stop(): void;
}

export function createMetrics(): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const registers = [registry];
	const requests = new Histogram({
		name: 'shapan_http_seconds',
		help: 'Time to answer a request',
		labelNames: ['method', 'route', 'status'],
		buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
		registers
	});
	return {
		answered: (method, route, status, seconds) =>
			requests.observe({ method, route, status: String(status) }, seconds),
		streams: new Gauge({
			name: 'shapan_streams',
			help: 'Open event streams',
			labelNames: ['kind'],
			registers
		}),
		jobs: new Counter({
			name: 'shapan_jobs_total',
			help: 'Jobs ended',
			labelNames: ['kind', 'end'],
			registers
		}),
		databaseLost: new Counter({
			name: 'shapan_database_lost_total',
			help: 'Connections that broke unused',
			registers
		}),
		text: () => registry.metrics(),
		contentType: registry.contentType,
		stop: () => registry.clear()
	};
}
