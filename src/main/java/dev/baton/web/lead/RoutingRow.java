package dev.baton.web.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.routing.AssignmentLedger;
import dev.baton.routing.ChoiceInput;
import dev.baton.routing.ChoiceInput.PassedOver;
import dev.baton.routing.FairChoice;
import dev.baton.routing.FairChoice.Skipped;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.SkipReason;
import dev.baton.web.DisplayNames;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Routing row: an entry of the assignment ledger in words.
 *
 * @param text the whole line in a sentence or two
 * @param candidates who could have had the lead, the owner among them
 * @param replay the same choice again; null where there was none to make
 */
record RoutingRow(
    @JsonUnwrapped Assignment assignment,
    String text,
    List<String> candidates,
    List<SkippedRep> skipped,
    @Nullable Replay replay) {

  /** Who was given the lead, when and by which rule, as the ledger keeps it. */
  record Assignment(
      Instant at,
      String rule,
      @Nullable String team,
      @Nullable String owner,
      @Nullable String by,
      @Nullable Long turn,
      @Nullable String skill) {}

  /** Who didn't get the lead, and why. */
  record SkippedRep(String rep, SkipReason why, String words) {}

  /** Whom the same facts choose, and whether that is who got the lead. */
  record Replay(@Nullable String owner, boolean same) {}

  static RoutingRow of(LedgerEntry entry, DisplayNames names) {
    Assignment assignment =
        new Assignment(
            entry.at(),
            entry.rule(),
            entry.team(),
            entry.owner(),
            entry.by(),
            entry.turn(),
            entry.skill());
    ChoiceInput considered = entry.considered();
    if (considered == null) {
      return new RoutingRow(
          assignment, text(entry, names, () -> noTurn(entry, names)), List.of(), List.of(), null);
    }
    FairChoice choice = entry.replay();
    return new RoutingRow(
        assignment,
        text(entry, names, () -> turn(entry, considered, choice, names)),
        choice.candidates().sorted().toList(),
        choice.skipped().stream().map(RoutingRow::passed).toList(),
        new Replay(choice.owner(), Objects.equals(choice.owner(), entry.owner())));
  }

  private static SkippedRep passed(Skipped skipped) {
    return new SkippedRep(skipped.rep(), skipped.why(), skipped.words());
  }

  private static String text(LedgerEntry entry, DisplayNames names, Supplier<String> byRule) {
    return switch (entry.rule()) {
      case "claimed" -> names.of(entry.owner()) + " claimed or answered it.";
      case "reassigned" ->
          "%s reassigned it to %s."
              .formatted(
                  Objects.requireNonNullElse(names.of(entry.by()), "The escalation"),
                  names.of(entry.owner()));
      case AssignmentLedger.STAND_IN ->
          "%s stands in for its owner, who is away.".formatted(names.of(entry.owner()));
      case AssignmentLedger.RETURNED ->
          "The turn of %s was given back.".formatted(names.of(entry.owner()));
      case AssignmentLedger.BACK -> "Its owner %s is back.".formatted(names.of(entry.owner()));
      default -> byRule.get();
    };
  }

  private static String noTurn(LedgerEntry entry, DisplayNames names) {
    return entry.owner() == null
        ? "%s: offered to team %s, which claims its leads.".formatted(asked(entry), entry.team())
        : "%s: %s owns this account already; no round robin."
            .formatted(asked(entry), names.of(entry.owner()));
  }

  /** Why somebody was looked for. */
  private static String asked(LedgerEntry entry) {
    return switch (entry.rule()) {
      case "left" -> "Its owner left";
      case "declined" -> "Its owner declined it";
      case AssignmentLedger.ABSENCE -> "Its owner is away";
      case "overdue" -> "It was overdue";
      default -> "Rule " + entry.rule();
    };
  }

  private static String turn(
      LedgerEntry entry, ChoiceInput considered, FairChoice choice, DisplayNames names) {
    PassedOver before = considered.passedOver();
    String first =
        before == null
            ? ""
            : "%s, who owns this account, was skipped: %s. "
                .formatted(names.of(before.rep()), before.words());
    if (choice.owner() == null) {
      return first
          + "%s: nobody in team %s could take it; it waits for a manager."
              .formatted(asked(entry), entry.team());
    }
    String skill =
        switch (choice.skill()) {
          case NOT_NEEDED -> "";
          case FOUND -> " with the skill '%s'".formatted(entry.skill());
          case UNKNOWN -> " (nobody there has the skill '%s')".formatted(entry.skill());
        };
    long others = choice.candidates().count() - 1;
    String among =
        others == 0
            ? "nobody else could take it"
            : "%d other%s could have taken it".formatted(others, others == 1 ? "" : "s");
    if (entry.turn() == null) {
      return "%s: of team %s, %s has the fewest open leads for their share, outside the turns; %s."
          .formatted(asked(entry), entry.team(), names.of(entry.owner()), among);
    }
    return first
        + "%s: round robin of team %s%s chose %s; %s."
            .formatted(asked(entry), entry.team(), skill, names.of(entry.owner()), among);
  }
}
