import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/** What went wrong in a page without a test having asked. */
interface Watched {
	/** Fails the test if the page broke its security policy, logged an error or let one escape. */
	complaints: string[];
}

export const test = base.extend<Watched>({
	complaints: [
		async ({ page }, use) => {
			const complaints: string[] = [];
			page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
			page.on('console', (message) => {
				if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
			});
			await page.addInitScript(() => {
				document.addEventListener('securitypolicyviolation', (event) => {
					console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
				});
			});
			await use(complaints);
			// A test may end while its routes still answer: they end first, before what they answer with is gone.
			if (!page.isClosed()) await page.unrouteAll({ behavior: 'wait' });
			base.expect(complaints).toEqual([]);
		},
		{ auto: true }
	]
});
