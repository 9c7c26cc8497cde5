export { planFigures, type PlanFigures } from './figures.ts';
export { classStatistics, type ClassPlan, type FigureStatistic, type LeverStatistic } from './statistics.ts';
