package dev.baton.nurture;

import dev.baton.input.FieldReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Command of marketing that puts many leads into nurture, whatever the entry table says. */
@Component
public class NurtureCommands {
  static final int MOST = 200;
  static final int LONGEST_REASON = 1000;

  private final NurtureStart start;
  private final TransactionTemplate transactions;

  NurtureCommands(NurtureStart start, PlatformTransactionManager transactions) {
    this.start = start;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** What became of many: those whose nurture begins, and those that stay where they are. */
  public record Begun(List<String> begun, List<Kept> kept) {}

  /** One that isn't put into nurture, and why, as what is said of the lead. */
  public record Kept(String lead, String why) {}

  /**
   * Puts each lead into nurture on its own, so that one that can't be keeps no other back.
   *
   * @param fields {@code leads}: at most {@value #MOST} ids; {@code reason}: why, for whoever reads
   *     it later
   */
  Begun begin(Map<String, Object> fields, String by, Instant now) {
    FieldReader given = FieldReader.ofJson(fields);
    List<String> ids = given.words("leads", 64);
    String reason =
        given.requiredText("reason", "say why, for whoever reads it later", LONGEST_REASON);
    if (!given.isWrong("leads") && (ids == null || ids.isEmpty() || ids.size() > MOST)) {
      given.wrong("leads", "a list of 1 to %d ids".formatted(MOST));
    }
    given.check();
    List<String> begun = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    for (String id : new LinkedHashSet<>(Objects.requireNonNull(ids))) {
      Optional<String> why;
      try {
        why =
            transactions.execute(
                status -> start.begin(id, Objects.requireNonNull(reason), by, now));
      } catch (ConcurrencyFailureException e) {
        why = Optional.of("has just been changed by somebody else");
      }
      Objects.requireNonNull(why)
          .ifPresentOrElse(text -> kept.add(new Kept(id, text)), () -> begun.add(id));
    }
    return new Begun(begun, kept);
  }
}
