package dev.baton.alert.text;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.people.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Texts of messages by the table {@code message-text} in force, in each language. */
@Component
public class MessageTexts {
  private final Decisions decisions;
  private volatile TextTable read = TextTable.SHIPPED;

  public MessageTexts(Decisions decisions) {
    this.decisions = decisions;
  }

  /** What somebody reads, on whose clock this is the zone. */
  public Wording in(Language language, ZoneId zone) {
    return new Wording(language, zone, inForce().in(language));
  }

  /** A message goes out whatever is wrong with the table: then as it ships. */
  TextTable inForce() {
    try {
      List<DecisionRow> rows = decisions.rows(TextTable.ID, Map.of());
      TextTable known = read;
      if (!known.isOf(rows)) {
        known = TextTable.of(rows);
        read = known;
      }
      return known;
    } catch (DecisionFailure failure) {
      return TextTable.SHIPPED;
    }
  }
}
