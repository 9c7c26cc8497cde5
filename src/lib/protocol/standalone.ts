/**
 * A scenario as a file of its own. JSON is YAML, but for characters that YAML wants escaped and JSON does not.
 *
 * @param scenario of a save, or the draft of a loaded one: nothing in it extends another file
 */
export function standaloneText(scenario: Readonly<Record<string, unknown>>): string {
	return JSON.stringify(scenario).replace(
		/[\x7f\ufffd-\uffff]/g,
		(c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
