/** Draft → scenario: everything that must hold beyond shape is checked here, and all of it is told at once. */
import type { MarketSpec } from '../engine/spec.ts';
import { checkGeometry } from './checks/geometry.ts';
import { checkMoney } from './checks/money.ts';
import { checkReferences } from './checks/references.ts';
import { Report, type Check, type Complaint, type Options } from './checks/report.ts';
import { checkSums } from './checks/sums.ts';
import type { ScenarioDraft } from './draft.ts';
import { scenarioHash } from './hash.ts';
import { specOf } from './spec.ts';
import { metaOf, textsOf, type ScenarioMeta, type ScenarioTexts } from './texts.ts';

export interface Scenario {
	readonly spec: MarketSpec;
	readonly texts: ScenarioTexts;
	readonly meta: ScenarioMeta;
	/** SHA-256 of the canonical JSON of `spec`: texts do not count. */
	readonly hash: string;
}

export type Compiled =
	| { readonly ok: true; readonly scenario: Scenario; readonly complaints: readonly Complaint[] }
	| { readonly ok: false; readonly complaints: readonly Complaint[] };

const CHECKS: readonly Check[] = [checkReferences, checkSums, checkMoney, checkGeometry];

/** Never half: with one error there is no scenario. */
export function compileScenario(draft: ScenarioDraft, options: Options = {}): Compiled {
	const report = new Report();
	for (const check of CHECKS) check(draft, report, options);
	if (report.failed) return { ok: false, complaints: report.complaints };
	const spec = specOf(draft);
	const scenario = { spec, texts: textsOf(draft), meta: metaOf(draft), hash: scenarioHash(spec) };
	return { ok: true, scenario, complaints: report.complaints };
}
