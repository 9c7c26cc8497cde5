export { compileScenario, type Compiled, type Scenario } from './compile.ts';
export { canonicalJson, scenarioHash, standaloneText } from './hash.ts';
export type { Resolve } from './inherit.ts';
export type { Lab, LabTexts } from './lab/compile.ts';
export type { LabReport } from './lab/report.ts';
export { loadFile, loadScenario, type Loaded, type LoadedFile, type LoadOptions } from './load.ts';
export {
	PROBLEM_CODES,
	type Problem,
	type ProblemCode,
	type ProblemParams,
	type Severity
} from './problem.ts';
export type { Named, NamedById, ScenarioMeta, ScenarioTexts, Text } from './texts.ts';
export { reportOf, type ScenarioReport } from './report/index.ts';
