/** What participants are told where there is no study for them, as title and meaning. */
export const STUDY_WORDS = {
  wait: ['Many people come at this moment', 'Please wait a few seconds. If the page does not go on by itself, load it again.'],
  closed: ['This study is closed', 'It takes no participants at the moment. If you were invited, tell the person who invited you.'],
  unknown: ['There is no such study', 'The link may have been cut off. Copy all of it, or ask the person who sent it.'],
  full: ['This study is full', 'All places are taken. Thank you for your interest; nothing was recorded.'],
  notAgain: [
    'You cannot take part again',
    'Your part in this study has ended. If you think that this is a mistake, write to the person who invited you.',
  ],
  preview: ['This is a preview', 'Accept the task first; then this page leads you to the study. Nothing is recorded now.'],
  incomplete: ['Your link is not complete', 'It should hold your code. Use the link exactly as you were sent it.'],
  wrongCode: ['This code is not known', 'Check the link that you were sent: one letter may be missing.'],
  declined: ['Thank you', 'You chose not to take part. Nothing was recorded, and you can close this page.'],
  notStarted: ['You have not taken part yet', 'Open your invitation first.'],
} as const satisfies Record<string, readonly [title: string, meaning: string]>;
