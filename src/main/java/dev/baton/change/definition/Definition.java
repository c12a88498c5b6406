package dev.baton.change.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.change.diff.Difference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an MQL, an SAL and an SQL were at an instant, read out of the models in force then.
 *
 * @param since since when all of these models are in force together; null where they are the first
 * @param hash as it is kept on the scores and handoffs that they judged (rule R21)
 * @param changes that brought some of these models, the newest first, with who has signed them
 * @param earlier when the models in force before them came, or null where they are the first
 * @param differences from the models in force at another instant, where somebody asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Definition(
    Instant at,
    @Nullable Instant since,
    String hash,
    List<DefinitionSection> sections,
    Judged judged,
    List<SignedChange> changes,
    @Nullable Instant earlier,
    @Nullable List<Difference> differences) {

  /**
   * What became of those it has judged.
   *
   * @param leads that became an MQL under it
   * @param acceptance part of them that became an SAL; null without any
   */
  public record Judged(
      long leads, long sal, long sql, @Nullable Double acceptance, @Nullable Double mqlToSql) {
    /** Below that many, chance decides more than people. */
    private static final long ENOUGH = 20;

    /** As a person reads it. */
    public String inWords() {
      if (acceptance == null || mqlToSql == null) {
        return "Nobody has become an MQL under it yet.";
      }
      return "%s became an MQL under it; %d of them %s accepted (%s) and %d became an SQL (%s).%s"
          .formatted(
              leads == 1 ? "1 lead" : leads + " leads",
              sal,
              sal == 1 ? "was" : "were",
              percent(acceptance),
              sql,
              percent(mqlToSql),
              leads < ENOUGH
                  ? " That is few: chance decides more than people."
                  : " The newest are still on their way.");
    }

    private static String percent(double rate) {
      return Math.round(rate * 100) + " %";
    }
  }

  /** A change that brought models in force. */
  public record SignedChange(long id, String title, List<Signed> signatures) {}

  /** A signature under what it said. */
  public record Signed(String side, String by, Instant at, @Nullable String note) {}
}
