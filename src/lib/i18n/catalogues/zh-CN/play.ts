import messages from '../../../../../messages/zh-CN/play.json' with { type: 'json' };

export const catalogue = messages;
