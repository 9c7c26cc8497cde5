import type { Plan } from '#lib/engine/plan.ts';
import type { FirmView } from '#lib/engine/view.ts';
import type { Preview } from '#lib/game/index.ts';
import type { ScenarioTexts } from '#lib/scenario/texts.ts';
import type { Words } from '../words.ts';

/** What every lever is given. */
export interface LeverProps {
	readonly view: FirmView;
	/** The plan as it is being made. */
	readonly plan: Plan;
	/** What would become of it; null until the market has answered the first time. */
	readonly preview: Preview | null;
	readonly texts: ScenarioTexts;
	readonly words: Words;
	/** Takes the changed plan. */
	readonly onplan: (next: Plan) => void;
}
