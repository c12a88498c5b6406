package dev.baton.routing;

import org.jspecify.annotations.Nullable;

/**
 * One rep of the team, as they stood when a lead was given.
 *
 * @param tag where their last turn ended on the team's scale
 * @param lastTurn the number of their last turn in the team, 0 for none
 * @param hindrance why they can't be given any lead now, or null
 * @param words the same for a person to read, or when their shift begins
 */
public record Candidate(
    String rep,
    int weight,
    long tag,
    long lastTurn,
    boolean onShift,
    boolean skilled,
    @Nullable SkipReason hindrance,
    @Nullable String words) {

  boolean isAvailable() {
    return hindrance == null;
  }

  /** As if each open lead had been a turn. */
  Candidate having(int openLeads) {
    long at = FairChoice.STEP / weight * openLeads;
    return new Candidate(rep, weight, at, 0, onShift, skilled, hindrance, words);
  }

  Candidate hindered(Ineligibility by) {
    return new Candidate(rep, weight, tag, lastTurn, onShift, skilled, by.skip(), by.words());
  }
}
