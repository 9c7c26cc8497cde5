import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { language } = await parent();
	await language.need('room', 'service', 'fault', 'play', 'report', 'guide');
};
