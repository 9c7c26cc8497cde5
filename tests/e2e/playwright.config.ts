import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';

/** Playwright reads this file again in every worker; the first reading fixes the port for all. */
const PORT_VARIABLE = 'SHAPAN_E2E_PORT';

function freePort(): Promise<number> {
	return new Promise((done, failed) => {
		const probe = createServer().once('error', failed);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
		});
	});
}

process.env[PORT_VARIABLE] ??= String(await freePort());
const port = process.env[PORT_VARIABLE];
const address = `http://127.0.0.1:${port}`;
const chromium = process.env['SHAPAN_CHROMIUM'];

/**
 * What a desktop browser has of its own is left out: with every page it would load two more, for suggestions in an
 * address bar nobody sees, which took a quarter of all time. Chromium hears the last list only, so Playwright's own
 * comes again, as far as it is about what these tests do.
 */
const WITHOUT = [
	...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
	...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding'],
	...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'AvoidCorsURLLoaderRestartOnRedirect'],
	...['ThirdPartyStoragePartitioning', 'LensOverlay', 'MediaRouter', 'AimEnabled'],
	...['OptimizationHints', 'NetworkTimeServiceQuerying', 'PreconnectToSearch']
];

export default defineConfig({
	testDir: '.',
	testMatch: '**/*.e2e.ts',
	outputDir: '../../test-results',
	fullyParallel: true,
	forbidOnly: process.env['CI'] !== undefined,
	// A test that passes at the second try hides a fault.
	retries: 0,
	workers: 2,
	timeout: 60_000,
	// Room for a busy machine: a limit catches what hangs, it measures nothing. A lost worker is given up after 20 s.
	expect: { timeout: 20_000 },
	globalTimeout: 25 * 60_000,
	use: {
		baseURL: address,
		// Only the tests of offline use let pages be kept: a kept page is not the one a test intercepts.
		serviceWorkers: 'block',
		browserName: 'chromium',
		// Without pictures of the page at every step: they took as long as all the rest. A failure leaves its tree as text.
		trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
		launchOptions: {
			...(chromium === undefined ? {} : { executablePath: chromium }),
			// The sandbox cannot be had as root, which is what a fresh container runs as.
			chromiumSandbox: process.getuid?.() !== 0,
			// The browser's own errands would only add noise and outside traffic.
			args: [
				`--disable-features=${WITHOUT.join(',')}`,
				'--disable-quic',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	},
	webServer: {
		command: 'node bin/serve.js',
		cwd: '../..',
		env: { PORT: port, HOST: '127.0.0.1', SHAPAN_DATA: `.cache/e2e/${port}`, SHAPAN_LOG: 'warn' },
		url: address,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 }
	}
});
