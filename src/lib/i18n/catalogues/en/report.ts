import messages from '../../../../../messages/en/report.json' with { type: 'json' };

export const catalogue = messages;
