import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** The same server and browser; what runs takes pictures, and is no test. Pages are kept, as they are for readers. */
export default defineConfig(config, {
	testMatch: '**/*.shots.ts',
	testIgnore: [],
	timeout: 180_000,
	use: { serviceWorkers: 'allow' }
});
