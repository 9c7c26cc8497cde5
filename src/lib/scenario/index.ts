export type { Options } from './checks/report.ts';
export { compileScenario, type Compiled, type Scenario } from './compile.ts';
export { canonicalJson, scenarioHash } from './hash.ts';
export { loadScenario, type Loaded } from './load.ts';
export {
	PROBLEM_CODES,
	type Problem,
	type ProblemCode,
	type ProblemParams,
	type Severity
} from './problem.ts';
export type { Named, NamedById, ScenarioMeta, ScenarioTexts, Text } from './texts.ts';
