import messages from '../../../../../messages/zh-CN/cli.json' with { type: 'json' };

export const catalogue = messages;
