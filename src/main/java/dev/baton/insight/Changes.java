package dev.baton.insight;

/** What waits to be folded into the roll-up. */
interface Changes {
  /**
   * Puts the oldest changes onto the pile.
   *
   * @return how many
   */
  int pileUp(int most, Pile pile);
}
