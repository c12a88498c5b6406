package dev.baton.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a choice is made from, so that it can be made again.
 *
 * @param base where the team stood on its scale: nobody's turn counts as earlier than that
 * @param skill the skill the lead needs, or null
 * @param passedOver who looks after the company but can't take the lead, or null
 * @param reps the reps of the team
 */
public record ChoiceInput(
    long base, @Nullable String skill, @Nullable PassedOver passedOver, List<Candidate> reps) {

  /** Somebody who should have had the lead without a turn. */
  public record PassedOver(String rep, SkipReason skip, String words) {}

  ChoiceInput hinders(String rep, Ineligibility by) {
    List<Candidate> judged = new ArrayList<>(reps);
    judged.replaceAll(
        candidate -> candidate.rep().equals(rep) ? candidate.hindered(by) : candidate);
    return new ChoiceInput(base, skill, passedOver, List.copyOf(judged));
  }
}
