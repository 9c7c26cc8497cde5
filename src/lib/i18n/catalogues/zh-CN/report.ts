import messages from '../../../../../messages/zh-CN/report.json' with { type: 'json' };

export const catalogue = messages;
