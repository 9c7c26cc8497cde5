import messages from '../../../../../messages/zh-CN/shell.json' with { type: 'json' };

export const catalogue = messages;
