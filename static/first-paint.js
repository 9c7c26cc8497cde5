// Runs before the first paint, so that a chosen theme does not flash in the other one. A file of its own because the
// content security policy allows no inline script; the keys are those of src/lib/i18n/locale.ts and
// src/routes/theme.svelte.ts. The page itself sets the language once it knows the reader's.
try {
	const theme = localStorage.getItem('shapan.theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
	const locale = localStorage.getItem('shapan.locale');
	if (locale === 'zh-CN' || locale === 'en') document.documentElement.lang = locale;
} catch {
	// Storage is forbidden here: the device's theme and language are used.
}
