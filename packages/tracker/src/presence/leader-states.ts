/** Whether a tab takes part in the choice of a leader, waits for its turn, or leads. */
export type LeaderState = 'apart' | 'waiting' | 'leading';
/** What can happen: it takes part, its turn comes, its seat is lost, it lets another go first, it leaves. */
export type LeaderSignal = 'joined' | 'granted' | 'lost' | 'yielded' | 'left';

/** Every state under every signal. A seat that is granted to a tab that left meanwhile makes it no leader. */
export const nextLeaderState: Record<LeaderState, Record<LeaderSignal, LeaderState>> = {
  apart: { joined: 'waiting', granted: 'apart', lost: 'apart', yielded: 'apart', left: 'apart' },
  waiting: { joined: 'waiting', granted: 'leading', lost: 'waiting', yielded: 'waiting', left: 'apart' },
  leading: { joined: 'leading', granted: 'leading', lost: 'waiting', yielded: 'waiting', left: 'apart' },
};
