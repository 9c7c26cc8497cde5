export { processOf, PROCESS_STEPS, type Process, type ProcessStep } from './process.ts';
export type { GaugeStep } from './gauge.ts';
