package dev.baton.know.milestone;

import dev.baton.people.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes with getting from one stage to another.
 *
 * @param entrants how many reached the start and are settled, {@code wentOn} of them the goal
 * @param enough with fewer on either side there is no lift
 * @param dropOffs how the others ended, the most frequent end first
 */
public record MilestoneReport(
    String start,
    String goal,
    String by,
    long entrants,
    long wentOn,
    long enough,
    List<MilestoneRow> rows,
    List<DropOff> dropOffs) {

  /** By rep, a rep sees their own row only. */
  public MilestoneReport seenBy(Person person) {
    List<MilestoneRow> seen =
        rows.stream().filter(row -> !person.isRep() || row.key().equals(person.id())).toList();
    return new MilestoneReport(start, goal, by, entrants, wentOn, enough, seen, dropOffs);
  }

  /**
   * One way of not reaching the goal; without a question and a reason it is still open.
   *
   * @param question at which it ended, such as {@code review}, or null
   * @param reason code of the taxonomy, or null
   */
  public record DropOff(@Nullable String question, @Nullable String reason, long n) {}
}
