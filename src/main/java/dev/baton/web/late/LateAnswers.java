package dev.baton.web.late;

import dev.baton.web.CurrentUser;
import dev.baton.web.LeadNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Overdue answers, or all that one person owes, each with its lead and why it is late. */
@Component
public class LateAnswers {
  public static final int MOST = OwedAnswers.MOST;

  private final OwedAnswers answers;
  private final LateReasons reasons;
  private final LeadNames names;

  LateAnswers(OwedAnswers answers, LateReasons reasons, LeadNames names) {
    this.answers = answers;
    this.reasons = reasons;
    this.names = names;
  }

  /**
   * One of them.
   *
   * @param why null while it isn't late, and for who looks after nobody
   */
  public record Row(OwedAnswer answer, String lead, @Nullable String why) {}

  /** The longest overdue first. */
  public List<Row> rows(CurrentUser user, @Nullable String owner) {
    Instant now = user.clock().now();
    List<OwedAnswer> found = answers.seenBy(user.person(), owner, now);
    Map<String, String> leads =
        names.of(found.stream().map(OwedAnswer::leadId).distinct().toList());
    List<OwedAnswer> late =
        user.oversees()
            ? found.stream().filter(answer -> answer.dueAt().isBefore(now)).toList()
            : List.of();
    Function<OwedAnswer, String> why = late.isEmpty() ? answer -> "" : reasons.of(late, now);
    return found.stream()
        .map(
            answer ->
                new Row(
                    answer,
                    leads.getOrDefault(answer.leadId(), answer.leadId()),
                    late.contains(answer) ? why.apply(answer) : null))
        .toList();
  }
}
