/** Draft → lab: everything that must hold beyond shape is checked here, and all of it is told at once. */
import type { LabSpec } from '../../engine/lab/spec.ts';
import { Report, type Complaint } from '../checks/report.ts';
import { scenarioHash } from '../hash.ts';
import { metaOf, namedById, storyOf, type NamedById, type ScenarioMeta, type Story } from '../texts.ts';
import { checkLab } from './checks.ts';
import type { LabDraft } from './draft.ts';
import { labReportOf, type LabReport } from './report.ts';
import { labSpecOf } from './spec.ts';

export interface LabTexts extends Story {
	readonly nodes: NamedById;
}

export interface Lab {
	readonly spec: LabSpec;
	readonly texts: LabTexts;
	readonly meta: ScenarioMeta;
	/** SHA-256 of the canonical JSON of `spec`: texts do not count. */
	readonly hash: string;
	/** What the figures come to; for authors. */
	readonly report: LabReport;
}

export type CompiledLab =
	| { readonly ok: true; readonly lab: Lab; readonly complaints: readonly Complaint[] }
	| { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Never half: with one error there is no lab. */
export function compileLab(draft: LabDraft): CompiledLab {
	const report = new Report();
	checkLab(draft, report);
	if (report.failed) return { ok: false, complaints: report.complaints };
	const spec = labSpecOf(draft);
	const lab: Lab = {
		spec,
		texts: { ...storyOf(draft), nodes: namedById(draft.nodes) },
		meta: metaOf(draft),
		hash: scenarioHash(spec),
		report: labReportOf(spec)
	};
	return { ok: true, lab, complaints: report.complaints };
}
