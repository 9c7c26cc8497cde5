export { balanceOf, ELEMENTS, type Balance, type Element } from './balance.ts';
export { BUDGET_KINDS, budgetsMet, budgetsSeen, type BudgetRow } from './budgets.ts';
export { DUTIES, dutiesOf, type Duty } from './duties.ts';
export { FUNNEL_STEPS, funnelOf, type Funnel, type FunnelStep } from './funnel.ts';
export type { GaugeStep } from './gauge.ts';
export { processOf, PROCESS_STEPS, type Process, type ProcessStep } from './process.ts';
export { productAbc, type ProductContribution } from './product-abc.ts';
export { targetsMet, targetsSeen, type TargetRow } from './targets.ts';
