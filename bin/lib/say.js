/**
 * What the commands tell a person. They run before anything is installed, so they cannot use the message
 * catalogues; the few sentences stand beside the code that says them, in both languages.
 */

/** @param {NodeJS.ProcessEnv} env the order POSIX gives: LC_ALL, LC_MESSAGES, LANG */
export function speaksChinese(env) {
	const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
	return locale.toLowerCase().startsWith('zh');
}

/**
 * @param {string} en
 * @param {string} zh
 * @returns {string} the sentence in the language of the terminal
 */
export function text(en, zh) {
	return speaksChinese(process.env) ? zh : en;
}

/**
 * @param {string} en
 * @param {string} zh
 */
export function say(en, zh) {
	console.log(text(en, zh));
}

/** Something the user has to mend, as opposed to a bug of ours: shown without a stack. */
export class Stop extends Error {
	/**
	 * @param {string} en
	 * @param {string} zh
	 */
	constructor(en, zh) {
		super(text(en, zh));
		this.name = 'Stop';
	}
}

/**
 * Runs a command's main function and turns a Stop into a plain message and exit code 1.
 *
 * @param {() => Promise<number>} main
 */
export async function command(main) {
	try {
		process.exitCode = await main();
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
