package dev.baton.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: start-time fair queueing in whole numbers, a function of nothing but what was
 * considered.
 *
 * <p>Each rep has a tag, where their last turn ended on the team's scale. A turn starts at the tag,
 * but not before the team's own place: who was away comes back level with the others and makes up
 * for nothing. The earliest start is next, of equal ones who waited longest. A turn is {@link
 * #STEP} long, divided by the rep's weight.
 *
 * @param owner whose turn it is, or null when nobody can take the lead
 * @param tag where this turn ends, which is the owner's tag from now on
 * @param base where the team stands from now on
 * @param skill whether the lead's skill was looked for, found, or known to nobody in the team
 */
public record FairChoice(
    @Nullable String owner, long tag, long base, Skill skill, List<Skipped> skipped) {

  /** Divisible by each weight from 1 to 10. */
  static final long STEP = 2520;

  /** What became of the skill a lead needs. */
  public enum Skill {
    NOT_NEEDED,
    FOUND,
    /** Nobody in the team has it, so it decides nothing. */
    UNKNOWN
  }

  /** Who didn't get the lead, and why. */
  public record Skipped(String rep, SkipReason why, String words) {}

  public static FairChoice of(ChoiceInput input) {
    List<Candidate> here = here(input.reps());
    List<Candidate> shift = preferred(here, Candidate::onShift);
    Skill skill = skill(input);
    List<Candidate> able = skill == Skill.FOUND ? only(here, Candidate::skilled) : here;
    List<Candidate> candidates = preferred(able, Candidate::onShift);
    long base = shift.stream().mapToLong(rep -> start(rep, input)).min().orElse(input.base());
    Optional<Candidate> next =
        candidates.stream()
            .min(
                Comparator.comparingLong((Candidate rep) -> start(rep, input))
                    .thenComparing(Candidate::lastTurn)
                    .thenComparing(Candidate::rep));
    return new FairChoice(
        next.map(Candidate::rep).orElse(null),
        next.map(rep -> start(rep, input) + STEP / rep.weight()).orElse(0L),
        base,
        skill,
        input.reps().stream()
            .filter(rep -> next.filter(rep::equals).isEmpty())
            .map(rep -> skipped(rep, here, able, candidates, input))
            .toList());
  }

  /** When everybody lets leads lie it is better with one of them than with nobody. */
  private static List<Candidate> here(List<Candidate> reps) {
    List<Candidate> available = only(reps, Candidate::isAvailable);
    return available.isEmpty()
        ? only(reps, rep -> rep.hindrance() == SkipReason.UNRESPONSIVE)
        : available;
  }

  /** Those who could have had the lead, the owner among them. */
  public Stream<String> candidates() {
    return Stream.concat(
        Stream.ofNullable(owner),
        skipped.stream().filter(rep -> rep.why() == SkipReason.NOT_THEIR_TURN).map(Skipped::rep));
  }

  private static long start(Candidate rep, ChoiceInput input) {
    return Math.max(rep.tag(), input.base());
  }

  private static Skill skill(ChoiceInput input) {
    if (input.skill() == null) {
      return Skill.NOT_NEEDED;
    }
    return input.reps().stream().anyMatch(Candidate::skilled) ? Skill.FOUND : Skill.UNKNOWN;
  }

  private static List<Candidate> only(List<Candidate> reps, Predicate<Candidate> condition) {
    return reps.stream().filter(condition).toList();
  }

  /** Those who meet the condition, or all when nobody does. */
  private static List<Candidate> preferred(List<Candidate> reps, Predicate<Candidate> condition) {
    List<Candidate> first = only(reps, condition);
    return first.isEmpty() ? reps : first;
  }

  private static Skipped skipped(
      Candidate rep,
      List<Candidate> here,
      List<Candidate> able,
      List<Candidate> candidates,
      ChoiceInput input) {
    if (rep.hindrance() != null && !here.contains(rep)) {
      return new Skipped(rep.rep(), rep.hindrance(), text(rep));
    }
    if (!able.contains(rep)) {
      String words = "others speak or know '%s'".formatted(input.skill());
      return new Skipped(rep.rep(), SkipReason.NO_SKILL, words);
    }
    if (!candidates.contains(rep)) {
      return new Skipped(rep.rep(), SkipReason.OFF_SHIFT, text(rep));
    }
    return new Skipped(rep.rep(), SkipReason.NOT_THEIR_TURN, "others are before them");
  }

  private static String text(Candidate rep) {
    return Objects.requireNonNullElse(rep.words(), "");
  }
}
