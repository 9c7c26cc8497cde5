/** docs/model.md and its plots by their paths from docs/. */
import { FIGURES } from './figures.ts';
import { modelPage } from './page.ts';
import { svgOf } from './plot.ts';

export function modelFiles(): ReadonlyMap<string, string> {
	return new Map([
		['model.md', modelPage()],
		...FIGURES.map(({ name, plot }) => [`model/${name}.svg`, svgOf(plot())] as [string, string])
	]);
}
