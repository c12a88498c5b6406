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
import dev.baton.web.PageTexts;
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

  static RoutingRow of(LedgerEntry entry, DisplayNames names, PageTexts texts) {
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
          assignment,
          text(entry, names, texts, () -> noTurn(entry, names, texts)),
          List.of(),
          List.of(),
          null);
    }
    FairChoice choice = entry.replay();
    return new RoutingRow(
        assignment,
        text(entry, names, texts, () -> turn(entry, considered, choice, names, texts)),
        choice.candidates().sorted().toList(),
        choice.skipped().stream().map(RoutingRow::passed).toList(),
        new Replay(choice.owner(), Objects.equals(choice.owner(), entry.owner())));
  }

  private static SkippedRep passed(Skipped skipped) {
    return new SkippedRep(skipped.rep(), skipped.why(), skipped.words());
  }

  private static String text(
      LedgerEntry entry, DisplayNames names, PageTexts texts, Supplier<String> byRule) {
    return switch (entry.rule()) {
      case "claimed" -> texts.format("%s claimed or answered it.", names.of(entry.owner()));
      case "reassigned" ->
          texts.format(
              "%s reassigned it to %s.",
              Objects.requireNonNullElse(names.of(entry.by()), texts.translated("The escalation")),
              names.of(entry.owner()));
      case AssignmentLedger.STAND_IN ->
          texts.format("%s stands in for its owner, who is away.", names.of(entry.owner()));
      case AssignmentLedger.RETURNED ->
          texts.format("The turn of %s was given back.", names.of(entry.owner()));
      case AssignmentLedger.BACK -> texts.format("Its owner %s is back.", names.of(entry.owner()));
      default -> byRule.get();
    };
  }

  private static String noTurn(LedgerEntry entry, DisplayNames names, PageTexts texts) {
    return entry.owner() == null
        ? texts.format(
            "%s: offered to team %s, which claims its leads.", asked(entry, texts), entry.team())
        : texts.format(
            "%s: %s owns this account already; no round robin.",
            asked(entry, texts), names.of(entry.owner()));
  }

  /** Why somebody was looked for. */
  private static String asked(LedgerEntry entry, PageTexts texts) {
    return switch (entry.rule()) {
      case "left" -> texts.translated("Its owner left");
      case "declined" -> texts.translated("Its owner declined it");
      case AssignmentLedger.ABSENCE -> texts.translated("Its owner is away");
      case "overdue" -> texts.translated("It was overdue");
      default -> texts.format("Rule %s", entry.rule());
    };
  }

  private static String turn(
      LedgerEntry entry,
      ChoiceInput considered,
      FairChoice choice,
      DisplayNames names,
      PageTexts texts) {
    PassedOver before = considered.passedOver();
    String first =
        before == null
            ? ""
            : texts.format(
                "%s, who owns this account, was skipped: %s. ",
                names.of(before.rep()), texts.translated(before.words()));
    if (choice.owner() == null) {
      return first
          + texts.format(
              "%s: nobody in team %s could take it; it waits for a manager.",
              asked(entry, texts), entry.team());
    }
    String skill =
        switch (choice.skill()) {
          case NOT_NEEDED -> "";
          case FOUND -> texts.format(" with the skill '%s'", entry.skill());
          case UNKNOWN -> texts.format(" (nobody there has the skill '%s')", entry.skill());
        };
    long others = choice.candidates().count() - 1;
    String among =
        others == 0
            ? texts.translated("nobody else could take it")
            : texts.format(
                others == 1 ? "%d other could have taken it" : "%d others could have taken it",
                others);
    if (entry.turn() == null) {
      return texts.format(
          "%s: of team %s, %s has the fewest open leads for their share, outside the turns; %s.",
          asked(entry, texts), entry.team(), names.of(entry.owner()), among);
    }
    return first
        + texts.format(
            "%s: round robin of team %s%s chose %s; %s.",
            asked(entry, texts), entry.team(), skill, names.of(entry.owner()), among);
  }
}
