import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
	const { language } = await parent();
	await language.need('play', 'report', 'guide');
};
