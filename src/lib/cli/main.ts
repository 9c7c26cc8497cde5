/** The command line: finds the command, reads its arguments, and leaves the rest to it. */
import { readFileSync } from 'node:fs';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { isLocale } from '#lib/i18n/index.ts';
import { readArguments, usageFault } from './args.ts';
import { DONE, type Command } from './command.ts';
import { callersFolder } from './files.ts';
import { harmless } from './harmless.ts';
import { askedLocale, speak, terminalLocale } from './language.ts';
import { refuseUsage } from './refuse.ts';

/** Loaded when asked for: a usage message need not wait for the engine. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
	['check', async () => (await import('./commands/check.ts')).check],
	['run', async () => (await import('./commands/run.ts')).run],
	['replay', async () => (await import('./commands/replay.ts')).replay],
	['panel', async () => (await import('./commands/panel.ts')).panel],
	['bench', async () => (await import('./commands/bench.ts')).bench],
	['calibrate', async () => (await import('./commands/calibrate.ts')).calibrate],
	['bench-board', async () => (await import('./commands/bench-board.ts')).benchBoardCommand],
	['worker', async () => (await import('./commands/worker.ts')).worker],
	['backup', async () => (await import('./commands/backup.ts')).backup],
	['restore', async () => (await import('./commands/backup.ts')).restore]
]);

/** @returns the exit code: 0 done, 1 the input is at fault, 2 wrong usage */
export async function main(argv: readonly string[]): Promise<number> {
	stopQuietlyWhenNobodyReads();
	const print = (text: string): void => void process.stdout.write(`${harmless(text)}\n`);
	const complain = (text: string): void => void process.stderr.write(`${harmless(text)}\n`);
	const language = await speak(askedLocale(argv) ?? terminalLocale(process.env));
	const { t } = language;

	const [name, ...rest] = withoutLanguage(argv);
	if (name === '--version') {
		print(t('cli.version', { version: packageVersion(), engine: ENGINE_VERSION }));
		return DONE;
	}
	if (name === '--help' || name === '-h' || name === 'help') {
		print(t('cli.help'));
		return DONE;
	}
	if (name === undefined) return refuseUsage(complain, language, null, [usageFault('NO_COMMAND')]);
	const load = COMMANDS.get(name);
	if (load === undefined) {
		const what = name.startsWith('-') ? 'UNKNOWN_OPTION' : 'UNKNOWN_COMMAND';
		return refuseUsage(complain, language, null, [usageFault(what, { option: name, command: name })]);
	}
	const command = await load();
	const args = readArguments(rest, command.syntax);
	if (!args.ok) return refuseUsage(complain, language, name, args.faults);
	if (args.value.has('help')) {
		print(t(`cli.help.${command.name}`));
		return DONE;
	}
	const lang = args.value.text('lang');
	if (lang !== undefined && !isLocale(lang)) {
		return refuseUsage(complain, language, name, [usageFault('UNKNOWN_LANGUAGE', { lang })]);
	}
	const folder = callersFolder(process.cwd(), process.env);
	return command.execute({ args: args.value, language, folder, print, complain });
}

/** `--lang` may stand before the command too. */
function withoutLanguage(argv: readonly string[]): readonly string[] {
	if (argv[0]?.startsWith('--lang=')) return [...argv.slice(1), argv[0]];
	return argv[0] === '--lang' ? [...argv.slice(2), ...argv.slice(0, 2)] : argv;
}

/** A reader such as `head` may close the pipe once it has seen enough: no fault of ours, and nothing to tell. */
function stopQuietlyWhenNobodyReads(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE') throw error;
			process.exit();
		});
	}
}

function packageVersion(): string {
	const manifest: unknown = JSON.parse(
		readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
	);
	return String((manifest as { version: unknown }).version);
}
