/** Draft → scenario: everything that must hold beyond shape is checked here, and all of it is told at once. */
import type { MarketSpec } from '../engine/spec.ts';
import { warnOfEconomics } from './checks/economics.ts';
import { checkGeometry, warnOfOverlaps } from './checks/geometry.ts';
import { checkMoney } from './checks/money.ts';
import { checkReferences } from './checks/references.ts';
import { Report, type Check, type Complaint, type Options } from './checks/report.ts';
import { checkSize } from './checks/size.ts';
import { checkSums } from './checks/sums.ts';
import type { ScenarioDraft } from './draft.ts';
import { scenarioHash } from './hash.ts';
import { reportOf, type ScenarioReport } from './report/index.ts';
import { specOf } from './spec.ts';
import { metaOf, textsOf, type ScenarioMeta, type ScenarioTexts } from './texts.ts';

export interface Scenario {
	readonly spec: MarketSpec;
	readonly texts: ScenarioTexts;
	readonly meta: ScenarioMeta;
	/** What was read, after `extends` and with defaults, texts included: as JSON it is a scenario file that stands alone. */
	readonly draft: ScenarioDraft;
	/** SHA-256 of the canonical JSON of `spec`: texts do not count. */
	readonly hash: string;
	/** What the figures come to; for authors. */
	readonly report: ScenarioReport;
}

export type Compiled =
	| { readonly ok: true; readonly scenario: Scenario; readonly complaints: readonly Complaint[] }
	| { readonly ok: false; readonly complaints: readonly Complaint[] };

const CHECKS: readonly Check[] = [checkReferences, checkSums, checkMoney, checkSize, checkGeometry];

/** Never half: with one error there is no scenario. */
export function compileScenario(draft: ScenarioDraft, options: Options = {}): Compiled {
	const report = new Report();
	for (const check of CHECKS) check(draft, report, options);
	if (report.failed) return { ok: false, complaints: report.complaints };
	const spec = specOf(draft);
	const computed = reportOf(spec);
	warnOfEconomics(spec, computed, report);
	warnOfOverlaps(spec, report);
	const scenario = {
		spec,
		report: computed,
		texts: textsOf(draft),
		meta: metaOf(draft),
		draft: standingAlone(draft),
		hash: scenarioHash(spec)
	};
	return { ok: true, scenario, complaints: report.complaints };
}

/** What it extended is in it by now, and may be out of reach where it is read again. */
function standingAlone(draft: ScenarioDraft): ScenarioDraft {
	const own = { ...draft };
	delete own.extends;
	return own;
}
