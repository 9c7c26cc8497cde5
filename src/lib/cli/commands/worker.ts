/** `worker`: plays games again that a server took in, on any machine that reaches its database. */
import { createObservers, readConfig, startWorker } from '#lib/server/index.ts';
import { DONE, INPUT_AT_FAULT, type Command } from '../command.ts';

export const worker: Command = {
	name: 'worker',
	syntax: { options: {}, files: [0, 0] },
	async execute({ language: { t }, folder, print, complain }) {
		const config = readConfig(process.env, folder);
		const observers = createObservers(config.logLevel, process.stderr.isTTY === true);
		const started = await startWorker({ ...config, workers: Math.max(1, config.workers) }, observers);
		if (!started.ok) {
			for (const { code, message } of started.faults) complain(`${code}: ${message}`);
			complain(t('cli.worker.cannot'));
			return INPUT_AT_FAULT;
		}
		print(t('cli.worker.ready', { workers: Math.max(1, config.workers) }));
		await new Promise((stop) => {
			process.on('SIGINT', stop);
			process.on('SIGTERM', stop);
		});
		await started.value.stop();
		observers.metrics.stop();
		return DONE;
	}
};
